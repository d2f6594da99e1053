package stratum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import stratum.benchmarks.Settings.Part;

/** A benchmark compares only those who do the same work. How long it takes is not for a test to say. */
final class ScoringBenchmarkIT {

    private static final long FACTS = 2_000;
    private static final int PORTS = 6000;

    @TempDir
    private static Path dir;

    @Test
    void everybody_works_through_every_fact_and_those_who_decide_decide_alike() throws InterruptedException {
        Settings small = new Settings(dir, PORTS, FACTS, 100, 2, 1, 0, Set.of(Part.THROUGHPUT, Part.RESTORE), false);
        ScoringBenchmark benchmark =
                new ScoringBenchmark(small, LoggerFactory.getLogger(ScoringBenchmarkIT.class)::info);

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
}
