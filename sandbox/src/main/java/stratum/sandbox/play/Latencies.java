package stratum.sandbox.play;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the moment a day's first fact was sent to the moment all its decisions could be read, one for each day. Every
 * fact of a day waited at most that long.
 */
public final class Latencies {

    private final List<Long> nanos = new ArrayList<>();

    void add(long latencyNanos) {
        nanos.add(latencyNanos);
    }

    /** The latency in milliseconds that this share of the days did not exceed; 0 where there were none. */
    public long millis(double share) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(Math.max(rank, 1) - 1));
    }
}
