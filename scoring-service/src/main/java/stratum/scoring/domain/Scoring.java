package stratum.scoring.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a fact, or the passing of time, does to a customer. A pure function of policy, facts and date. */
public final class Scoring {

    private final TierPolicy policy;

    /** Scoring by a policy, whichever policy the customer was last evaluated by. */
    public Scoring(TierPolicy policy) {
        this.policy = policy;
    }

    /**
     * A customer after something happened.
     *
     * @param customer what is now known
     * @param assessment what the policy makes of it
     * @param signals what is announced, in this order; at most one of a kind
     */
    public record Scored(Customer customer, Assessment assessment, List<Signal> signals) {}

    /** Books a fact and evaluates the customer. */
    public Scored book(Customer customer, Fact fact, LocalDate asOf) {
        return review(customer.with(customer.ledger().book(fact, asOf)), asOf);
    }

    /** Takes note of the customer file, also of a tier that it says is set by hand, and evaluates the customer. */
    public Scored profile(Customer customer, Profile profile, LocalDate asOf) {
        return review(customer.with(profile), asOf);
    }

    /**
     * Evaluates the customer as of a date, with no new fact. On the date on which this policy comes into force it also
     * takes over whoever holds a tier that the policy before had and this one has not.
     */
    public Scored review(Customer customer, LocalDate asOf) {
        Assessment assessment = policy.assess(customer.ledger().features(asOf, policy.rates()));
        if (!hasBegun(customer.ledger(), asOf)) {
            return new Scored(customer.with(customer.standing(), null), assessment, List.of());
        }
        return scored(customer, assessment, TierRules.decide(policy, customer, assessment, asOf), asOf);
    }

    /** The customer as it will stand on a later date if nothing happens until then. */
    public Scored ifNothingHappens(Customer customer, LocalDate until) {
        Customer at = customer;
        for (LocalDate due = at.reviewDate(); due != null && due.isBefore(until); due = at.reviewDate()) {
            at = review(at, due).customer();
        }
        return review(at, until);
    }

    /** Needs and groups of a customer who has a tier; worked out when asked for. */
    public Groups groups(Scored scored, LocalDate asOf) {
        Customer customer = scored.customer();
        return customer.standing().isAssigned()
                ? policy.grouping()
                        .of(new Subject(
                                scored.assessment().features(),
                                customer.profile(),
                                families(customer.ledger()),
                                customer.standing().tier(),
                                asOf))
                : Groups.NONE;
    }

    private static Set<String> families(Ledger ledger) {
        return ledger.families().stream().map(Family::name).collect(Collectors.toUnmodifiableSet());
    }

    private Scored scored(Customer customer, Assessment assessment, TierRules.Decision decision, LocalDate asOf) {
        Standing standing = decision.standing();
        LocalDate review = ReviewDate.after(
                asOf,
                policy,
                standing,
                customer.ledger().position(asOf, policy.rates()).outlook());
        return new Scored(customer.with(standing, review), assessment, decision.signals());
    }

    private static boolean hasBegun(Ledger ledger, LocalDate asOf) {
        return ledger.hasBegun() && ledger.start() <= asOf.toEpochDay();
    }

    /** The policy that rules. */
    public TierPolicy policy() {
        return policy;
    }
}
