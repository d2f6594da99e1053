package stratum.campaign.domain;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the campaigns that passed the gates makes its offer: the one expected to bring most, ties by id. */
final class Arbitration {

    private static final Comparator<Proposal> BEST_FIRST = Comparator.comparingDouble(Proposal::priority)
            .reversed()
            .thenComparing(proposal -> proposal.campaign().id());

    private Arbitration() {}

    static Optional<Proposal> best(Stream<Proposal> passed) {
        return passed.min(BEST_FIRST);
    }
}
