package stratum.benchmarks;

import java.nio.file.Path;
import java.util.Set;
import stratum.benchmarks.contest.Subject;

/**
 * How the benchmark is run.
 *
 * @param subject the service that is measured
 * @param dir where everything is kept while it runs
 * @param rounds how often each contestant runs; the median counts
 * @param latencySeconds how long each latency is measured
 * @param recording whether to record a profile of each contestant
 */
record Settings(
        Subject subject,
        Path dir,
        int portOffset,
        long facts,
        int customers,
        int partitions,
        int rounds,
        int latencySeconds,
        Set<Part> parts,
        boolean recording) {

    /** What can be measured. */
    enum Part {
        THROUGHPUT,
        RESTORE,
        LATENCY,
        DAYS
    }

    /** The commit interval that throughput is told for. */
    static final int COMMIT_MILLIS = 1_000;

    boolean has(Part part) {
        return parts.contains(part);
    }
}
