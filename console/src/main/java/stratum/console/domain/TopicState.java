package stratum.console.domain;

import java.util.List;

/**
 * A topic as the console shows it.
 *
 * @param perSecond records written a second
 */
public record TopicState(
        String name,
        String owner,
        String says,
        int partitions,
        long size,
        long bytes,
        double perSecond,
        List<Lag> lags) {

    public boolean exists() {
        return partitions > 0;
    }

    public long lag() {
        return lags.stream().mapToLong(Lag::records).sum();
    }
}
