package stratum.scoring.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return evaluate(customer.with(customer.ledger().book(fact, asOf)), asOf, ReviewDate::afterFact);
    }

    /** Takes note of the customer file, also of a tier that it says is set by hand, and evaluates the customer. */
    public Scored profile(Customer customer, Profile profile, LocalDate asOf) {
        return evaluate(customer.with(profile), asOf, ReviewDate::afterFact);
    }

    /**
     * Evaluates the customer as of a date, with no new fact. On the date on which this policy comes into force it also
     * takes over whoever holds a tier that the policy before had and this one has not.
     */
    public Scored review(Customer customer, LocalDate asOf) {
        return evaluate(customer, asOf, ReviewDate::after);
    }

    /** How far ahead it is worth looking for the next review. */
    @FunctionalInterface
    private interface LookingAhead {
        @Nullable LocalDate reviewDate(LocalDate today, TierPolicy policy, Standing standing, Outlook outlook);
    }

    private Scored evaluate(Customer customer, LocalDate asOf, LookingAhead ahead) {
        Position position = customer.ledger().position(asOf, policy.rates());
        Assessment assessment = policy.assess(position.features());
        if (!hasBegun(customer.ledger(), asOf)) {
            return new Scored(customer.with(customer.standing(), null), assessment, List.of());
        }
        TierRules.Decision decision = TierRules.decide(policy, customer, assessment, asOf);
        LocalDate review = ahead.reviewDate(asOf, policy, decision.standing(), position.outlook());
        return new Scored(customer.with(decision.standing(), review), assessment, decision.signals());
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
                                customer.ledger().families(),
                                customer.standing().tier(),
                                asOf))
                : Groups.NONE;
    }

    private static boolean hasBegun(Ledger ledger, LocalDate asOf) {
        return ledger.hasBegun() && ledger.start() <= asOf.toEpochDay();
    }

    /** The policy that rules. */
    public TierPolicy policy() {
        return policy;
    }
}
