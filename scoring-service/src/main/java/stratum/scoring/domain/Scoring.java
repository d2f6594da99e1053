package stratum.scoring.domain;

import java.time.LocalDate;

/** What a fact, or the passing of time, does to a customer. A pure function of policy, facts and date. */
public final class Scoring {

    private final TierPolicy policy;

    /** Scoring by a policy. */
    public Scoring(TierPolicy policy) {
        this.policy = policy;
    }

    /**
     * A customer after something happened.
     *
     * @param customer what is now known
     * @param assessment what the policy makes of it
     * @param move what became of the tier
     */
    public record Scored(Customer customer, Assessment assessment, Move move) {}

    /** Books a fact and evaluates the customer. */
    public Scored book(Customer customer, Fact fact, LocalDate asOf) {
        return evaluate(customer.ledger().book(fact, asOf), customer.standing(), asOf);
    }

    /** Evaluates the customer as of a date, with no new fact. */
    public Scored review(Customer customer, LocalDate asOf) {
        return evaluate(customer.ledger(), customer.standing(), asOf);
    }

    /** The customer as it will stand on a later date if nothing happens until then. */
    public Scored ifNothingHappens(Customer customer, LocalDate until) {
        Customer at = customer;
        for (LocalDate due = at.reviewDate(); due != null && due.isBefore(until); due = at.reviewDate()) {
            at = review(at, due).customer();
        }
        return review(at, until);
    }

    private Scored evaluate(Ledger ledger, Standing standing, LocalDate asOf) {
        Assessment assessment = policy.assess(ledger.features(asOf));
        if (!ledger.hasBegun() || ledger.start() > asOf.toEpochDay()) {
            return new Scored(new Customer(ledger, standing, null), assessment, Move.stay(standing));
        }
        Move move = TierRules.decide(policy, standing, assessment, asOf);
        LocalDate review = ReviewDate.after(asOf, policy, ledger, move.after());
        return new Scored(new Customer(ledger, move.after(), review), assessment, move);
    }

    /** The policy that rules. */
    public TierPolicy policy() {
        return policy;
    }
}
