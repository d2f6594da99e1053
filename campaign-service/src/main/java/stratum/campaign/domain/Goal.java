package stratum.campaign.domain;

import java.time.Duration;
import java.util.Set;

/**
 * What a campaign is to bring about: a fact of this kind with one of these names, for which the condition holds, within a
 * period after the offer. Looked for alike with those who got the offer and with those who were left alone to compare.
 */
public record Goal(OccasionKind kind, Set<String> names, Condition condition, Duration within) {

    public Goal {
        names = Set.copyOf(names);
    }

    boolean isAbout(Occasion fact) {
        return kind == fact.kind() && names.contains(fact.name());
    }
}
