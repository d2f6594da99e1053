package stratum.campaign.domain;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Withheld.Why;

/** The nine gates in their order; the first that stops a proposal gives the reason that is kept. */
final class Gates {

    private static final String EVERYBODY = "universal";

    private static final List<Gate> IN_ORDER = List.of(
            Gates::condition,
            Gates::suitability,
            Gates::consent,
            Gates::complaint,
            Gates::coolDown,
            Gates::frequency,
            Gates::budget,
            Gates::quietHours,
            Gates::control);

    private Gates() {}

    static @Nullable Withheld stop(Proposal proposal) {
        return IN_ORDER.stream()
                .flatMap(gate -> gate.stops(proposal).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Withheld> condition(Proposal proposal) {
        try {
            return proposal.campaign().condition().holds(proposal.situation().subject())
                    ? Optional.empty()
                    : withheld(Why.CONDITION, "The condition does not hold");
        } catch (Condition.Undecidable e) {
            return withheld(Why.CONDITION, "The condition could not be decided: " + e.getMessage());
        }
    }

    /** No consent lifts it. */
    private static Optional<Withheld> suitability(Proposal proposal) {
        OfferTerms offer = proposal.campaign().offer();
        Customer customer = proposal.customer();
        if (offer.riskLevel() > customer.riskAppetite()) {
            return withheld(
                    Why.SUITABILITY,
                    "The product has risk level %d, the customer's appetite is %s"
                            .formatted(
                                    offer.riskLevel(),
                                    customer.riskAppetite() == 0 ? "unknown" : "C" + customer.riskAppetite()));
        }
        if (offer.isCredit() && customer.isVulnerable()) {
            return withheld(Why.SUITABILITY, "No credit for whoever is flagged vulnerable");
        }
        return offer.isCredit() && customer.caution().isInArrears(proposal.at())
                ? withheld(Why.SUITABILITY, "No credit for whoever is in arrears")
                : Optional.empty();
    }

    private static Optional<Withheld> consent(Proposal proposal) {
        return proposal.permitted().isEmpty()
                ? withheld(
                        Why.CONSENT,
                        "No consent for %s on %s"
                                .formatted(
                                        proposal.purpose(),
                                        proposal.channels().stream()
                                                .map(Channel::name)
                                                .collect(joining(", "))))
                : Optional.empty();
    }

    private static Optional<Withheld> complaint(Proposal proposal) {
        int open = proposal.customer().caution().openComplaints();
        return open > 0 && proposal.campaign().objective() != Objective.SERVICE
                ? withheld(Why.COMPLAINT, "Complaints open: %d".formatted(open))
                : Optional.empty();
    }

    private static Optional<Withheld> coolDown(Proposal proposal) {
        History history = proposal.customer().history();
        ContactPolicy policy = proposal.situation().policy();
        String id = proposal.campaign().id();
        return peace("offered", history.offered().get(id), proposal.campaign().coolDown(), proposal)
                .or(() -> peace("declined", history.declined().get(id), policy.afterDeclined(), proposal))
                .or(() -> peace("accepted", history.accepted().get(id), policy.afterAccepted(), proposal));
    }

    private static Optional<Withheld> peace(String what, @Nullable Instant last, Duration coolDown, Proposal proposal) {
        return last != null && last.plus(coolDown).isAfter(proposal.at())
                ? withheld(Why.COOL_DOWN, "Last %s at %s, again after %d days".formatted(what, last, coolDown.toDays()))
                : Optional.empty();
    }

    private static Optional<Withheld> frequency(Proposal proposal) {
        ContactPolicy policy = proposal.situation().policy();
        List<Channel> permitted = proposal.permitted();
        return policy.firstWithRoom(permitted, proposal.contacts(), proposal.at())
                        .isPresent()
                ? Optional.empty()
                : withheld(Why.FREQUENCY, policy.fullFor(permitted, proposal.contacts(), proposal.at()));
    }

    private static Optional<Withheld> budget(Proposal proposal) {
        Campaign campaign = proposal.campaign();
        Situation situation = proposal.situation();
        return campaign.budget()
                        .isSpent(
                                campaign.id(),
                                situation.spending(),
                                situation.subject().today())
                ? withheld(
                        Why.BUDGET,
                        "Spent in the customer's part: " + campaign.budget().inWords())
                : Optional.empty();
    }

    private static Optional<Withheld> quietHours(Proposal proposal) {
        Situation situation = proposal.situation();
        return situation
                .policy()
                .quiet()
                .endAfter(situation.at(), situation.zone())
                .flatMap(end ->
                        withheld(Why.QUIET_HOURS, "Quiet hours in %s until %s".formatted(situation.zone(), end)));
    }

    private static Optional<Withheld> control(Proposal proposal) {
        String customerId = proposal.customer().id();
        Campaign campaign = proposal.campaign();
        ControlShare universal = proposal.situation().policy().universalControl();
        if (campaign.objective() != Objective.SERVICE && universal.holds(customerId, EVERYBODY)) {
            return withheld(Why.CONTROL, "In the universal control group");
        }
        return campaign.control().holds(customerId, campaign.id())
                ? withheld(Why.CONTROL, "In the campaign's control group")
                : Optional.empty();
    }

    private static Optional<Withheld> withheld(Why why, String detail) {
        return Optional.of(new Withheld(why, detail));
    }
}
