package stratum.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stratum.benchmarks.Settings.Part;
import stratum.benchmarks.contest.ContestantProgram;
import stratum.benchmarks.contest.Course;
import stratum.benchmarks.contest.Measured;
import stratum.benchmarks.contest.PassedDay;
import stratum.benchmarks.facts.Log;
import stratum.benchmarks.facts.SkewedFacts;
import stratum.sandbox.run.Bank;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.SandboxSettings;

/** Measures a service beside the ways it could have been done instead, on a broker and a registry of its own. */
final class ServiceBenchmark {

    private static final long SEED = 42;
    private static final Duration LINGER = Duration.ofMillis(20);
    private static final List<Integer> COMMIT_MILLIS = List.of(100, Settings.COMMIT_MILLIS);
    private static final int LIVE_TICK_MILLIS = 200;
    private static final int QUICK_TICK_MILLIS = 20;

    private final Settings settings;
    private final Consumer<String> says;
    private final Lane lane;
    private final double loadBefore =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private Map<String, List<Set<String>>> signals = Map.of();

    ServiceBenchmark(Settings settings, Consumer<String> says) {
        this.settings = settings;
        this.says = says;
        this.lane = new Lane(settings.dir().resolve("contestants"), settings.recording());
    }

    Report run() throws InterruptedException {
        Path dir = settings.dir().resolve("sandbox");
        SandboxSettings bank = SandboxSettings.of(dir, settings.portOffset())
                .with(List.of())
                .partitions(settings.partitions())
                .playing(new Bank("benchmark", "EUR", ZoneOffset.UTC, false));
        try (Sandbox sandbox = new Sandbox(bank, says, says)) {
            sandbox.start();
            return run(sandbox);
        }
    }

    private Report run(Sandbox sandbox) throws InterruptedException {
        List<Report.Throughput> throughput = List.of();
        Report.@Nullable Restored restored = null;
        Course course = course(sandbox, Instant.MAX);
        if (settings.has(Part.THROUGHPUT)) {
            course = course(sandbox, write(sandbox));
            try (Written written = new Written(sandbox.bootstrapServers(), sandbox.registryUrl())) {
                Rounds rounds = new Rounds(lane, written, course, says);
                throughput = rounds.run(settings.rounds());
                signals = rounds.signals();
                restored = settings.has(Part.RESTORE) ? restore(course, written) : null;
            }
        }
        return new Report(
                new Report.Machine(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().toString(),
                        loadBefore),
                new Report.Size(settings.facts(), settings.customers(), settings.partitions(), settings.rounds()),
                throughput,
                settings.has(Part.LATENCY) ? latencies(course) : List.of(),
                restored,
                settings.has(Part.DAYS) ? passDays(course) : null);
    }

    /** The signals of each contestant's rounds, by its name. */
    Map<String, List<Set<String>>> signals() {
        return signals;
    }

    private Course course(Sandbox sandbox, Instant lastTick) {
        return new Course(
                sandbox.bootstrapServers(),
                sandbox.registryUrl(),
                settings.subject(),
                "nobody",
                settings.dir().resolve("state").toString(),
                Duration.ofMillis(Settings.COMMIT_MILLIS),
                1,
                settings.partitions(),
                settings.facts(),
                lastTick);
    }

    private Instant write(Sandbox sandbox) {
        says.accept("Writing %,d facts of %,d customers ...".formatted(settings.facts(), settings.customers()));
        try (Log log = new Log(sandbox.bootstrapServers(), sandbox.registryUrl(), LINGER)) {
            return log.write(new SkewedFacts(settings.customers(), SEED), settings.facts());
        }
    }

    private Report.Restored restore(Course course, Written written) throws InterruptedException {
        says.accept("Restoring ...");
        Course again = Rounds.toGoOnWith(course, settings.rounds());
        int customers = written.stateBytes(again.application(), ContestantProgram.storeOf(ContestantProgram.OURS))
                .size();
        return new Report.Restored(
                customers,
                lane.run(ContestantProgram.STARTED, again, Measured.class).seconds());
    }

    private List<Report.Latency> latencies(Course course) throws InterruptedException {
        List<Report.Latency> all = new ArrayList<>();
        for (int commit : COMMIT_MILLIS) {
            all.add(latency(course, commit, LIVE_TICK_MILLIS));
        }
        all.add(latency(course, COMMIT_MILLIS.get(0), QUICK_TICK_MILLIS));
        return all;
    }

    private Report.Latency latency(Course course, int commit, int tick) throws InterruptedException {
        says.accept("Latency at a commit interval of %d ms and a tick every %d ms ...".formatted(commit, tick));
        Course live =
                course.by("live-%d-%d".formatted(commit, tick)).threads(1).commitInterval(Duration.ofMillis(commit));
        return new LiveLatency(lane, live, settings.customers())
                .measure(Duration.ofMillis(tick), settings.latencySeconds());
    }

    private PassedDay passDays(Course course) throws InterruptedException {
        says.accept("Passing days ...");
        return lane.run(ContestantProgram.DAYS, course.by("days").facts(settings.customers()), PassedDay.class);
    }
}
