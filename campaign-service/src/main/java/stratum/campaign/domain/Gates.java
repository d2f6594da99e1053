package stratum.campaign.domain;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import stratum.campaign.domain.Withheld.Why;

/** The gates in their order; the first that stops a proposal gives the reason that is kept. */
record Gates(List<Gate> inOrder) {

    private static final String EVERYBODY = "universal";

    static Gates of(ContactPolicy contacts, ControlShare universal) {
        return new Gates(List.of(
                Gates::condition,
                Gates::consent,
                Gates::coolDown,
                proposal -> frequency(proposal, contacts),
                proposal -> control(proposal, universal)));
    }

    Optional<Withheld> stops(Proposal proposal) {
        return inOrder.stream().flatMap(gate -> gate.stops(proposal).stream()).findFirst();
    }

    private static Optional<Withheld> condition(Proposal proposal) {
        try {
            return proposal.campaign().condition().holds(proposal.subject())
                    ? Optional.empty()
                    : withheld(Why.CONDITION, "The condition does not hold");
        } catch (Condition.Undecidable e) {
            return withheld(Why.CONDITION, "The condition could not be decided: " + e.getMessage());
        }
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

    private static Optional<Withheld> coolDown(Proposal proposal) {
        Instant last =
                proposal.customer().history().lastOffered(proposal.campaign().id());
        Duration coolDown = proposal.campaign().coolDown();
        return last != null && last.plus(coolDown).isAfter(proposal.at())
                ? withheld(Why.COOL_DOWN, "Last offered at %s, again after %d days".formatted(last, coolDown.toDays()))
                : Optional.empty();
    }

    private static Optional<Withheld> frequency(Proposal proposal, ContactPolicy policy) {
        List<Channel> permitted = proposal.permitted();
        return policy.firstWithRoom(permitted, proposal.contacts(), proposal.at())
                        .isPresent()
                ? Optional.empty()
                : withheld(Why.FREQUENCY, policy.fullFor(permitted, proposal.contacts(), proposal.at()));
    }

    private static Optional<Withheld> control(Proposal proposal, ControlShare universal) {
        String customerId = proposal.customer().id();
        Campaign campaign = proposal.campaign();
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
