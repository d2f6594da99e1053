package stratum.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Budget.Spending;
import stratum.campaign.domain.Withheld.Why;

/** Decides what an occasion leads to: one offer at most, and for every other campaign that waits for it a reason. */
public final class Deciding {

    private final Rules rules;

    /**
     * What is decided by.
     *
     * @param zone the bank's, for customers who have none of their own
     */
    public record Rules(
            Campaigns campaigns, ContactPolicies policies, Propensities propensities, Words words, ZoneId zone) {}

    /** A moment of decision: its business date and its time. */
    public record When(LocalDate today, Instant at) {}

    /** Decisions by these rules. */
    public Deciding(Rules rules) {
        this.rules = rules;
    }

    /**
     * The decision on an occasion; empty where no campaign waits for it, where it was decided before, and where it is so
     * old that nobody could tell.
     */
    public Optional<Decision> decide(Customer customer, Occasion occasion, When when, Spending spending) {
        return customer.history().hasMet(occasion, when.at())
                ? Optional.empty()
                : judge(customer, occasion, when, spending);
    }

    /** The decision on an occasion that has waited; empty where no campaign waits for it any more. */
    public Optional<Decision> decideAgain(Customer customer, Waiting waited, When when, Spending spending) {
        return judge(customer, waited.occasion(), when, spending);
    }

    /** The decision on an occasion that another fact has undone while it waited. */
    public Decision vanished(Customer customer, Waiting waited, When when) {
        Withheld withheld = new Withheld(Why.VANISHED, "Another fact took the reason away while it waited");
        List<Considered> considered = rules.campaigns().waitingFor(waited.occasion(), when.at()).stream()
                .map(campaign -> considered(campaign, customer, withheld))
                .toList();
        return decision(customer, waited.occasion(), when, considered, null, null, null);
    }

    /** The bank's code of the offer that an exposure is about. */
    public String offerCode(Exposure exposure) {
        return rules.campaigns()
                .version(exposure.campaignId(), exposure.version())
                .map(campaign -> campaign.offer().code())
                .orElseThrow();
    }

    /** Remembers it, as far as later decisions need. */
    public Customer remember(Customer customer, Decision decision) {
        return customer.with(history -> history.after(decision));
    }

    private Optional<Decision> judge(Customer customer, Occasion occasion, When when, Spending spending) {
        List<Campaign> waiting = rules.campaigns().waitingFor(occasion, when.at());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Situation situation = new Situation(
                customer,
                occasion,
                Subject.of(customer, occasion, when.today()),
                when.at(),
                zoneOf(customer),
                rules.policies().at(when.at()),
                spending);
        List<Judged> judged = waiting.stream()
                .map(campaign -> proposal(campaign, situation))
                .map(proposal -> new Judged(proposal, Gates.stop(proposal)))
                .toList();
        return Optional.of(conclude(judged, situation, when));
    }

    private ZoneId zoneOf(Customer customer) {
        String own = customer.profile() == null ? null : customer.profile().zone();
        return own == null ? rules.zone() : ZoneId.of(own);
    }

    private Proposal proposal(Campaign campaign, Situation situation) {
        Customer customer = situation.customer();
        return new Proposal(
                campaign,
                situation,
                rules.propensities().of(campaign, customer.tier(), customer.stage(), situation.at()));
    }

    /** A proposal and the gate that stopped it, if one did. */
    private record Judged(Proposal proposal, @Nullable Withheld withheld) {

        boolean passed() {
            return withheld == null;
        }

        boolean isStoppedBy(Why why) {
            return withheld != null && withheld.why() == why;
        }

        Considered against(@Nullable Proposal winner) {
            return considered(
                    proposal.campaign(),
                    proposal.customer(),
                    winner == null || winner == proposal || !passed() ? withheld : outrankedBy(winner.campaign()));
        }
    }

    private static Considered considered(Campaign campaign, Customer customer, @Nullable Withheld withheld) {
        return new Considered(
                campaign.id(),
                campaign.version(),
                campaign.variantFor(customer.id()).name(),
                withheld);
    }

    private static Withheld outrankedBy(Campaign winner) {
        return new Withheld(Why.OUTRANKED, "%s is expected to bring more".formatted(winner.id()));
    }

    private Decision conclude(List<Judged> judged, Situation situation, When when) {
        Customer customer = situation.customer();
        Instant again = again(judged, situation);
        if (again != null) {
            // Nobody is offered anything in quiet hours, so that whoever waits still competes with all the others.
            return decision(
                    customer,
                    situation.occasion(),
                    when,
                    judged.stream().map(one -> one.against(null)).toList(),
                    null,
                    null,
                    again);
        }
        Proposal winner = best(judged.stream().filter(Judged::passed));
        Proposal best = best(judged.stream().filter(one -> one.passed() || one.isStoppedBy(Why.CONTROL)));
        return decision(
                customer,
                situation.occasion(),
                when,
                judged.stream().map(one -> one.against(winner)).toList(),
                winner == null ? null : offer(winner),
                best == null || best == winner ? null : exposure(best, true),
                null);
    }

    private static @Nullable Instant again(List<Judged> judged, Situation situation) {
        boolean waits = judged.stream().anyMatch(one -> one.isStoppedBy(Why.QUIET_HOURS));
        return waits && situation.customer().history().mayWait()
                ? situation
                        .policy()
                        .quiet()
                        .endAfter(situation.at(), situation.zone())
                        .orElseThrow()
                : null;
    }

    private static @Nullable Proposal best(Stream<Judged> competing) {
        return Arbitration.best(competing.map(Judged::proposal)).orElse(null);
    }

    private static Decision decision(
            Customer customer,
            Occasion occasion,
            When when,
            List<Considered> considered,
            @Nullable Offer offer,
            @Nullable Exposure control,
            @Nullable Instant again) {
        return new Decision(
                Fingerprint.of(again == null ? "decision" : "waiting", customer.id(), occasion.id())
                        .id(),
                customer.id(),
                occasion,
                when.at(),
                when.today(),
                customer.tier(),
                customer.stage(),
                considered,
                offer,
                control,
                again);
    }

    private Offer offer(Proposal winner) {
        Campaign campaign = winner.campaign();
        Customer customer = winner.customer();
        Exposure exposure = exposure(winner, false);
        Placeholders placeholders = placeholders(winner);
        Occasion occasion = winner.situation().occasion();
        List<Message> messages =
                campaign.variantFor(customer.id()).wording().on(exposure.channel(), occasion.topics()).stream()
                        .map(placeholders::fill)
                        .toList();
        return new Offer(
                exposure.id(),
                campaign,
                exposure.channel(),
                messages,
                Wording.language(customer.language(), messages),
                exposure.validUntil(),
                customer.tier(),
                customer.stage(),
                reasons(campaign, occasion, placeholders),
                exposure);
    }

    private static Exposure exposure(Proposal proposal, boolean isControl) {
        Campaign campaign = proposal.campaign();
        Customer customer = proposal.customer();
        Instant at = proposal.at();
        Goal goal = campaign.goal();
        Occasion occasion = proposal.situation().occasion();
        return new Exposure(
                Fingerprint.of("offer", campaign.id(), "" + campaign.version(), customer.id(), occasion.id())
                        .id(),
                campaign.id(),
                campaign.version(),
                campaign.variantFor(customer.id()).name(),
                isControl,
                proposal.situation()
                        .policy()
                        .firstWithRoom(proposal.permitted(), proposal.contacts(), at)
                        .orElseThrow(),
                proposal.purpose(),
                at,
                at.plus(campaign.offer().validity()),
                proposal.propensity(),
                customer.tier(),
                customer.stage(),
                Exposure.Occurrence.of(occasion),
                goal == null ? null : at.plus(goal.within()),
                Set.of());
    }

    private Placeholders placeholders(Proposal winner) {
        return new Placeholders(
                rules.words(),
                winner.situation().subject().tier(),
                winner.situation()
                        .subject()
                        .today()
                        .plusDays(winner.campaign().offer().validity().toDays()));
    }

    private static List<Reason> reasons(Campaign campaign, Occasion occasion, Placeholders placeholders) {
        Map<String, String> text = new LinkedHashMap<>();
        campaign.reason().forEach((language, words) -> text.put(language, placeholders.fill(words, language)));
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(occasion.name(), text));
        reasons.addAll(occasion.reasons());
        return reasons;
    }
}
