package stratum.customer.domain;

import java.util.List;

/**
 * Which role looks after whom (分层分岗).
 *
 * @param tiers a tier that is not named is looked after by nobody in person
 * @param promising who of a tier that is for the promising only is promising
 * @param weights what counts how much when load is spread
 */
public record AssignmentPolicy(List<TierRoles> tiers, Promising promising, Weights weights) {

    /**
     * The roles for a tier; any of them will do.
     *
     * @param promisingOnly whether only promising customers of the tier are looked after
     */
    public record TierRoles(String tier, List<String> roles, boolean promisingOnly) {}

    /**
     * Who is promising: with at least this score, or, where that counts, near the next tier.
     *
     * @param minScore 0 to 1000
     */
    public record Promising(int minScore, boolean nearUpgrade) {

        boolean holds(Customer customer) {
            return customer.score() >= minScore || (nearUpgrade && customer.nearUpgrade());
        }
    }

    /** What an uneven number of customers weighs against uneven balances; not both 0. */
    public record Weights(int customers, int balance) {}

    /**
     * What scoring says of a customer.
     *
     * @param nearUpgrade whether a signal since the last move said that little is missing for the next tier
     */
    public record Customer(String tier, int score, boolean nearUpgrade) {}

    /** The roles that may look after a customer; none where nobody does. */
    public List<String> rolesFor(Customer customer) {
        return tiers.stream()
                .filter(each -> each.tier().equals(customer.tier()))
                .filter(each -> !each.promisingOnly() || promising.holds(customer))
                .findFirst()
                .map(TierRoles::roles)
                .orElse(List.of());
    }
}
