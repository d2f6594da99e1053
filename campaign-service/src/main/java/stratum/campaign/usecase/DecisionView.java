package stratum.campaign.usecase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided on an occasion, and why, as people look it up. */
public record DecisionView(
        String decisionId,
        String customerId,
        Instant occurredAt,
        OccasionView occasion,
        @Nullable String offerId,
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
            @Nullable String withheld,
            @Nullable String detail) {}
}
