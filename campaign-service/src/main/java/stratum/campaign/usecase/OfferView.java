package stratum.campaign.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An offer, as people look it up. */
public record OfferView(
        String offerId,
        String customerId,
        Instant occurredAt,
        String campaignId,
        int campaignVersion,
        OccasionView occasion,
        String offerCode,
        @Nullable String product,
        @Nullable String terms,
        MoneyView value,
        String channel,
        String variant,
        List<MessageView> messages,
        String language,
        Instant validUntil,
        @Nullable String tier,
        @Nullable String stage,
        List<ReasonView> reasons)
        implements LookedUp {

    @Override
    public String id() {
        return offerId;
    }

    /** An amount in minor units of its currency. */
    public record MoneyView(long amountMinor, String currency) {}

    /** The words in one language. */
    public record MessageView(
            String channel, String language, @Nullable String title, String text) {}

    /** Why, by language. */
    public record ReasonView(String code, Map<String, String> text) {}
}
