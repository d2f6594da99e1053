package stratum.sandbox.play;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A history that was played to its end.
 *
 * @param facts published
 * @param scoring what scoring has worked through
 * @param lifecycle what lifecycle has worked through
 * @param latencies day by day
 * @param wall from the first fact sent to the last decision readable
 * @param asOf the last business day
 */
public record Played(long facts, Totals scoring, Totals lifecycle, Latencies latencies, Duration wall, LocalDate asOf) {

    /** Facts whose effect both services have committed. */
    public long processed() {
        return Math.min(scoring.facts(), lifecycle.facts());
    }

    public long factsPerSecond() {
        return Math.round(facts / Math.max(wall.toMillis() / 1000.0, 0.001));
    }
}
