package stratum.campaign.usecase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.ChannelChoice;
import stratum.platform.web.InvalidInput.Mistake;

/** Of two campaigns for the same occasions and the same customers one may never win; this finds such pairs. */
final class Rivals {

    private Rivals() {}

    /** A campaign and the condition it was written with. */
    record Written(Campaign campaign, String condition) {}

    /** A sentence for each pair of which one can never win, or hardly ever. */
    static List<Mistake> of(Written one, List<Written> others) {
        List<Mistake> found = new ArrayList<>();
        for (Written other : others) {
            if (!other.campaign().id().equals(one.campaign().id())) {
                shadow(other, one).ifPresent(found::add);
                shadow(one, other).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Mistake> shadow(Written stronger, Written weaker) {
        return isAlwaysThere(stronger, weaker)
                        && stronger.campaign().priorPriority()
                                > weaker.campaign().priorPriority()
                ? Optional.of(new Mistake("trigger", sentence(stronger.campaign(), weaker.campaign())))
                : Optional.empty();
    }

    /** Whether the one waits for every occasion of the other, with a condition as wide, on channels as many. */
    private static boolean isAlwaysThere(Written stronger, Written weaker) {
        Campaign one = stronger.campaign();
        Campaign other = weaker.campaign();
        return one.trigger().kind() == other.trigger().kind()
                && one.trigger().names().containsAll(other.trigger().names())
                && (stronger.condition().equals("true") || Objects.equals(stronger.condition(), weaker.condition()))
                && channels(one).containsAll(channels(other))
                && one.objective().purpose() == other.objective().purpose()
                && one.offer().riskLevel() <= other.offer().riskLevel()
                && (!one.offer().isCredit() || other.offer().isCredit());
    }

    private static Set<ChannelChoice> channels(Campaign campaign) {
        return new HashSet<>(campaign.channels());
    }

    private static String sentence(Campaign stronger, Campaign weaker) {
        boolean never = stronger.coolDown().isZero() && stronger.control().share() == 0;
        return never
                ? "%s can never win: %s waits for the same occasions and the same customers, and is expected to bring more."
                        .formatted(weaker.id(), stronger.id())
                : "%s wins only where %s is in its cool-down or leaves the customer alone: that waits for the same occasions and customers, and is expected to bring more."
                        .formatted(weaker.id(), stronger.id());
    }
}
