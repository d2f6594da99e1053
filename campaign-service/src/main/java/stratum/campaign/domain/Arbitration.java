package stratum.campaign.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the campaigns that passed the gates makes its offer: the one expected to bring most, ties by id. */
final class Arbitration {

    private static final Comparator<Campaign> BEST_FIRST =
            Comparator.comparingDouble(Campaign::priority).reversed().thenComparing(Campaign::id);

    private Arbitration() {}

    static Optional<Proposal> best(List<Proposal> passed) {
        return passed.stream().min(Comparator.comparing(Proposal::campaign, BEST_FIRST));
    }
}
