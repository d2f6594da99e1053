package stratum.campaign.usecase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on an occasion, and why, as people look it up.
 *
 * @param controlOf the campaign whose offer the customer would have got, had it not been left alone to compare with
 * @param waitsUntil the occasion came in quiet hours and is decided again then
 */
public record DecisionView(
        String decisionId,
        String customerId,
        Instant occurredAt,
        OccasionView occasion,
        @Nullable String offerId,
        @Nullable String tier,
        @Nullable String stage,
        @Nullable String controlOf,
        @Nullable Instant waitsUntil,
        List<ConsideredView> considered)
        implements LookedUp {

    @Override
    public String id() {
        return decisionId;
    }

    /** A campaign that the occasion touched; where it is not withheld, it made the offer. */
    public record ConsideredView(
            String campaignId,
            int campaignVersion,
            @Nullable String variant,
            @Nullable String withheld,
            @Nullable String detail) {}
}
