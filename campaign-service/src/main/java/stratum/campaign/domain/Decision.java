package stratum.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on an occasion, and why.
 *
 * @param id a function of customer and occasion
 * @param today the business date of it
 * @param considered every campaign that waits for such an occasion, by id
 * @param offer at most one; none where all were withheld
 * @param control who was left alone to compare with, where the customer would have got the offer
 * @param again when it is decided again, for it came in quiet hours; none where this is the last word
 */
public record Decision(
        String id,
        String customerId,
        Occasion occasion,
        Instant at,
        LocalDate today,
        @Nullable String tier,
        @Nullable String stage,
        List<Considered> considered,
        @Nullable Offer offer,
        @Nullable Exposure control,
        @Nullable Instant again) {

    public Decision {
        considered = List.copyOf(considered);
    }
}
