package stratum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stratum.benchmarks.contest.PassedDay;

/**
 * What was measured. The names are a promise to scripts.
 *
 * @param machine processors, JVM and load, without which no figure says anything
 */
public record Report(
        Machine machine,
        Size size,
        List<Throughput> throughput,
        List<Latency> latency,
        @Nullable Restored restore,
        @Nullable PassedDay day) {

    /** Where it ran; the load is the system's average of the minute before it began, without this benchmark. */
    public record Machine(int processors, String java, double loadBefore) {}

    public record Size(long facts, int customers, int partitions, int rounds) {}

    /**
     * One contestant's median round.
     *
     * @param changelogBytesPerFact as they lie in the log, compressed
     * @param stateBytes median of the customers' records
     */
    public record Throughput(
            String contestant,
            long facts,
            double factsPerSecond,
            double cpuSecondsPerMillion,
            double changelogBytesPerFact,
            long stateBytes,
            long peakMegabytes,
            long signals,
            long reviewed) {}

    /** From when a fact was to be published until its signal was readable, in milliseconds. */
    public record Latency(long commitMillis, long tickMillis, long signals, double p50, double p99, double max) {}

    public record Restored(long customers, double seconds) {}

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "%d processors, Java %s, load before %.1f; %,d facts of %,d customers, %d partitions, median of %d rounds.",
                machine.processors(),
                machine.java(),
                machine.loadBefore(),
                size.facts(),
                size.customers(),
                size.partitions(),
                size.rounds()));
        throughputLines(lines);
        if (!latency.isEmpty()) {
            lines.add("");
            lines.add(format(
                    "%-34s %10s %10s %10s %10s", "From fact to readable signal", "signals", "p50", "p99", "max"));
            latency.forEach(one -> lines.add(format(
                    "%-34s %,10d %7.0f ms %7.0f ms %7.0f ms",
                    format("commit %,d ms, tick %d ms", one.commitMillis(), one.tickMillis()),
                    one.signals(),
                    one.p50(),
                    one.p99(),
                    one.max())));
        }
        if (restore != null) {
            lines.add("");
            lines.add(format("Restoring %,d customers: %.1f s", restore.customers(), restore.seconds()));
        }
        if (day != null) {
            lines.add("");
            lines.add(format(
                    "A day passes over %,d customers, %,d due: %.0f ms by the index, %.0f ms reviewing everybody",
                    day.customers(), day.due(), day.byIndexMillis(), day.everybodyMillis()));
        }
        return lines;
    }

    private void throughputLines(List<String> lines) {
        if (throughput.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(format(
                "%-22s %10s %12s %14s %10s %9s %9s %9s",
                "", "facts/s", "CPU s/mill.", "changelog B/f.", "state B", "peak MB", "signals", "reviews"));
        throughput.forEach(one -> lines.add(format(
                "%-22s %,10.0f %12.1f %14.1f %,10d %,9d %,9d %,9d",
                one.contestant(),
                one.factsPerSecond(),
                one.cpuSecondsPerMillion(),
                one.changelogBytesPerFact(),
                one.stateBytes(),
                one.peakMegabytes(),
                one.signals(),
                one.reviewed())));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
