package stratum.campaign.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as people write it, in JSON. Anything may be missing or wrong; {@link CampaignReader} says what.
 *
 * @param name by language
 * @param reason why a customer gets the offer, by language
 */
record CampaignDocument(
        @Nullable String id,
        int version,
        @Nullable Map<String, String> name,
        @Nullable String objective,
        @Nullable TriggerPart trigger,
        @Nullable String condition,
        @Nullable OfferPart offer,
        @Nullable List<ChannelPart> channels,
        @Nullable List<MessagePart> messages,
        @Nullable Map<String, String> reason,
        @Nullable PropensityPart propensity,
        @Nullable Double lever,
        @Nullable ControlPart control,
        @Nullable Instant effectiveFrom,
        @Nullable Instant until,
        @Nullable Integer coolDownDays) {

    record TriggerPart(@Nullable String kind, @Nullable List<String> names) {}

    record OfferPart(
            @Nullable String code,
            @Nullable String product,
            @Nullable String terms,
            long valueMinor,
            int validDays) {}

    record ChannelPart(@Nullable String channel, @Nullable List<String> tiers) {}

    /** What to say on these channels about these topics, or about all where none is named. */
    record MessagePart(
            @Nullable List<String> about,
            @Nullable List<String> channels,
            @Nullable Map<String, WordsPart> words) {}

    record WordsPart(@Nullable String title, @Nullable String text) {}

    record PropensityPart(double accepts, double contacts) {}

    record ControlPart(double share, @Nullable String salt) {}
}
