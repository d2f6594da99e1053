package stratum.campaign.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as people write it, in JSON. Anything may be missing or wrong; {@link CampaignReader} says what.
 *
 * @param name by language
 * @param messages what to say, where there is one variant only
 * @param variants several ways to put the offer, each with its messages
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
        @Nullable List<VariantPart> variants,
        @Nullable Map<String, String> reason,
        @Nullable PropensityPart propensity,
        @Nullable Double lever,
        @Nullable ControlPart control,
        @Nullable BudgetPart budget,
        @Nullable GoalPart goal,
        @Nullable Instant effectiveFrom,
        @Nullable Instant until,
        @Nullable Integer coolDownDays) {

    record TriggerPart(
            @Nullable String kind,
            @Nullable List<String> names,
            @Nullable SchedulePart schedule) {}

    /** When a campaign walks through all customers: from this date on, at this time, over so many minutes. */
    record SchedulePart(
            @Nullable String every,
            @Nullable String from,
            @Nullable String at,
            @Nullable Integer overMinutes) {}

    record OfferPart(
            @Nullable String code,
            @Nullable String product,
            @Nullable String terms,
            long valueMinor,
            int validDays,
            @Nullable Integer riskLevel,
            @Nullable Boolean credit) {}

    record ChannelPart(@Nullable String channel, @Nullable List<String> tiers) {}

    record VariantPart(
            @Nullable String name, double share, @Nullable List<MessagePart> messages) {}

    /** What to say on these channels about these topics, or about all where none is named. */
    record MessagePart(
            @Nullable List<String> about,
            @Nullable List<String> channels,
            @Nullable Map<String, WordsPart> words) {}

    record WordsPart(@Nullable String title, @Nullable String text) {}

    record PropensityPart(double accepts, double contacts) {}

    record ControlPart(double share, @Nullable String salt) {}

    record BudgetPart(@Nullable Long total, @Nullable Long perDay) {}

    /** A fact of this kind with one of these names, for which the condition holds, within so many days. */
    record GoalPart(
            @Nullable String kind,
            @Nullable List<String> names,
            @Nullable String condition,
            int withinDays) {}
}
