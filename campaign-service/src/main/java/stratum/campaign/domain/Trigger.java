package stratum.campaign.domain;

import java.util.Set;

/** The occasions that a campaign waits for: of this kind, with one of these names. */
public record Trigger(OccasionKind kind, Set<String> names) {

    public Trigger {
        names = Set.copyOf(names);
    }

    boolean waitsFor(Occasion occasion) {
        return occasion.kind() == kind && names.contains(occasion.name());
    }
}
