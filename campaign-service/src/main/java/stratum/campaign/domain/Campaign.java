package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a campaign; never edited, a change is a new version.
 *
 * @param channels in order of preference
 * @param variants the ways to put the offer, at least one
 * @param reason why a customer gets its offer, by language
 * @param lever what marketing multiplies the priority by
 * @param control the part of the customers it leaves alone, to be compared with; its salt also draws the variants
 * @param effectiveFrom in force from this event time on
 * @param until no longer in force from this event time on; none where open
 * @param coolDown no second offer to the same customer for so long
 * @param goal what it is to bring about, where that is measured
 */
public record Campaign(
        String id,
        int version,
        Objective objective,
        Trigger trigger,
        Condition condition,
        OfferTerms offer,
        List<ChannelChoice> channels,
        List<Variant> variants,
        Map<String, String> reason,
        Propensity propensity,
        double lever,
        ControlShare control,
        Budget budget,
        Instant effectiveFrom,
        @Nullable Instant until,
        Duration coolDown,
        @Nullable Goal goal) {

    public Campaign {
        channels = List.copyOf(channels);
        variants = List.copyOf(variants);
        reason = Map.copyOf(reason);
    }

    /** What an offer of it is expected to bring before anything was learned. */
    public double priorPriority() {
        return propensity.meanAfter(0, 0) * offer.valueMinor() * lever;
    }

    boolean isOver(Instant at) {
        return until != null && !until.isAfter(at);
    }

    List<Channel> channelsFor(@Nullable String tier) {
        return channels.stream()
                .filter(choice -> choice.fits(tier))
                .map(ChannelChoice::channel)
                .toList();
    }

    /** The customer's variant: a function of customer, campaign and salt, so that it stays the same. */
    Variant variantFor(String customerId) {
        double place = Fingerprint.of("variant", customerId, id, control.salt()).place();
        double upTo = 0;
        for (Variant variant : variants) {
            upTo += variant.share();
            if (place < upTo) {
                return variant;
            }
        }
        return variants.get(variants.size() - 1);
    }
}
