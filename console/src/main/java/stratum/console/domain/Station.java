package stratum.console.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of the road.
 *
 * @param reached the business time it has worked through; none while unknown
 * @param inPerSecond records it takes a second
 * @param outPerSecond decisions it announces a second
 * @param total what it has done in all
 * @param lag records it has yet to take
 */
public record Station(
        String name,
        Health health,
        @Nullable Instant reached,
        double inPerSecond,
        double outPerSecond,
        long total,
        long lag) {

    public boolean moving() {
        return inPerSecond > 0 || outPerSecond > 0;
    }
}
