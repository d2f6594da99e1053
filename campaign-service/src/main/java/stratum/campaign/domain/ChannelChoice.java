package stratum.campaign.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A channel a campaign may use; for these tiers only, where any are named. */
public record ChannelChoice(Channel channel, Set<String> tiers) {

    public ChannelChoice {
        tiers = Set.copyOf(tiers);
    }

    boolean fits(@Nullable String tier) {
        return tiers.isEmpty() || (tier != null && tiers.contains(tier));
    }
}
