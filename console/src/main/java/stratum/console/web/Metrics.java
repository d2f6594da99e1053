package stratum.console.web;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the one metric that the page needs from a page in Prometheus' format. */
final class Metrics {

    private static final String CLOCK = "stratum_clock_seconds";

    private Metrics() {}

    /** The business time that the slowest partition has worked through; none where one has not begun. */
    static @Nullable Instant reached(String page) {
        OptionalDouble slowest = page.lines()
                .filter(line -> line.startsWith(CLOCK))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .min();
        return slowest.isEmpty() || slowest.getAsDouble() <= 0
                ? null
                : Instant.ofEpochSecond((long) slowest.getAsDouble());
    }
}
