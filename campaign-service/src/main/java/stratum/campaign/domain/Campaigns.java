package stratum.campaign.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** All campaigns, in all their versions. */
public record Campaigns(List<Campaign> all) {

    private static final Comparator<Campaign> NEWEST_FIRST = Comparator.comparing(Campaign::id)
            .thenComparing(Campaign::effectiveFrom, Comparator.reverseOrder())
            .thenComparing(Campaign::version, Comparator.reverseOrder());

    public Campaigns {
        all = all.stream().sorted(NEWEST_FIRST).toList();
    }

    /** Those in force at a moment that wait for such an occasion, by id; of each the newest version then in force. */
    List<Campaign> waitingFor(Occasion occasion, Instant at) {
        return all.stream()
                .filter(campaign -> isNewestAt(campaign, at))
                .filter(campaign -> campaign.trigger().waitsFor(occasion))
                .toList();
    }

    private boolean isNewestAt(Campaign campaign, Instant at) {
        return campaign.inForce(at)
                && all.stream()
                        .filter(other -> other.id().equals(campaign.id()))
                        .filter(other -> !other.effectiveFrom().isAfter(at))
                        .findFirst()
                        .filter(campaign::equals)
                        .isPresent();
    }
}
