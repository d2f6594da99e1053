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
 * @param reason why a customer gets its offer, by language
 * @param lever what marketing multiplies the priority by
 * @param control the part of the customers it leaves alone, to be compared with
 * @param effectiveFrom in force from this event time on
 * @param until no longer in force from this event time on; none where open
 * @param coolDown no second offer to the same customer for so long
 */
public record Campaign(
        String id,
        int version,
        Objective objective,
        Trigger trigger,
        Condition condition,
        OfferTerms offer,
        List<ChannelChoice> channels,
        Wording wording,
        Map<String, String> reason,
        Propensity propensity,
        double lever,
        ControlShare control,
        Instant effectiveFrom,
        @Nullable Instant until,
        Duration coolDown) {

    public Campaign {
        channels = List.copyOf(channels);
        reason = Map.copyOf(reason);
    }

    boolean inForce(Instant at) {
        return !effectiveFrom.isAfter(at) && (until == null || until.isAfter(at));
    }

    /** What an offer of it is expected to bring. */
    double priority() {
        return propensity.mean() * offer.valueMinor() * lever;
    }

    List<Channel> channelsFor(@Nullable String tier) {
        return channels.stream()
                .filter(choice -> choice.fits(tier))
                .map(ChannelChoice::channel)
                .toList();
    }
}
