package stratum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import stratum.benchmarks.Settings.Part;
import stratum.benchmarks.contest.Subject;

/** A benchmark compares only those who do the same work. How long it takes is not for a test to say. */
final class ServiceBenchmarkIT {

    private static final long FACTS = 2_000;
    private static final int PORTS = 6000;

    @TempDir
    private static Path dir;

    @Test
    void everybody_works_through_every_fact_and_those_who_decide_decide_alike() throws InterruptedException {
        Settings small = new Settings(
                Subject.SCORING, dir, PORTS, FACTS, 100, 2, 1, 0, Set.of(Part.THROUGHPUT, Part.RESTORE), false);
        ServiceBenchmark benchmark =
                new ServiceBenchmark(small, LoggerFactory.getLogger(ServiceBenchmarkIT.class)::info);

        Report report = benchmark.run();

        assertThat(report.throughput())
                .extracting(Report.Throughput::contestant, Report.Throughput::facts)
                .containsExactly(
                        tuple("consume and decode", FACTS),
                        tuple("floor", FACTS),
                        tuple("straightforward", FACTS),
                        tuple("ours, 1 thread", FACTS),
                        tuple("ours, 2 threads", FACTS));
        assertThat(benchmark.signals().get("straightforward"))
                .isEqualTo(benchmark.signals().get("ours, 1 thread"))
                .isEqualTo(benchmark.signals().get("ours, 2 threads"))
                .allSatisfy(signals -> assertThat(signals).hasSizeGreaterThanOrEqualTo(100));
        assertThat(report.restore()).extracting(Report.Restored::customers).isEqualTo(100L);
    }

    @Test
    void lifecycle_works_through_every_fact_and_decides_alike_on_one_thread_and_on_two() throws InterruptedException {
        Settings small = new Settings(
                Subject.LIFECYCLE, dir, PORTS, FACTS, 100, 2, 1, 0, Set.of(Part.THROUGHPUT, Part.DAYS), false);
        ServiceBenchmark benchmark =
                new ServiceBenchmark(small, LoggerFactory.getLogger(ServiceBenchmarkIT.class)::info);

        Report report = benchmark.run();

        assertThat(report.throughput())
                .extracting(Report.Throughput::contestant, Report.Throughput::facts)
                .containsExactly(
                        tuple("consume and decode", FACTS),
                        tuple("floor", FACTS),
                        tuple("ours, 1 thread", FACTS),
                        tuple("ours, 2 threads", FACTS));
        assertThat(benchmark.signals().get("ours, 1 thread"))
                .isEqualTo(benchmark.signals().get("ours, 2 threads"))
                .allSatisfy(decided -> assertThat(decided).hasSizeGreaterThanOrEqualTo(100));
        assertThat(report.day())
                .isNotNull()
                .satisfies(day -> assertThat(day.due()).isBetween(1L, 50L));
    }
}
