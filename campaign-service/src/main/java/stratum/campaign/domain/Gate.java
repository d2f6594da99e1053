package stratum.campaign.domain;

import java.util.Optional;

/** One thing that a proposal must pass. */
@FunctionalInterface
interface Gate {

    /** Why it does not pass; empty where it does. */
    Optional<Withheld> stops(Proposal proposal);
}
