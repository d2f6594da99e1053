package stratum.campaign.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on an occasion, and why.
 *
 * @param id a function of customer and occasion
 * @param considered every campaign that waits for such an occasion, by id
 * @param offer at most one; none where all were withheld
 */
public record Decision(
        String id,
        String customerId,
        Occasion occasion,
        Instant at,
        List<Considered> considered,
        @Nullable Offer offer) {

    public Decision {
        considered = List.copyOf(considered);
    }
}
