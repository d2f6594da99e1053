package stratum.customer.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.customer.domain.AssignmentPolicy.Customer;
import stratum.customer.domain.Placement.Nobody;
import stratum.customer.domain.Placement.Reason;
import stratum.customer.domain.Placement.Waiting;
import stratum.customer.domain.Placement.Why;
import stratum.customer.domain.Placement.With;

/**
 * A customer to be placed (分层分岗分户). The outcome is a function of this, the policy and the desks.
 *
 * @param branch that keeps the customer; none where the file does not say
 * @param customer what scoring says; none before it has
 * @param balanceMinor in minor units of the base currency, at least 0
 * @param preferred the manager to whom a portfolio is handed
 * @param referrers the manager of who referred the customer
 * @param held who looks after the customer now
 */
public record Placing(
        @Nullable String branch,
        @Nullable Customer customer,
        long balanceMinor,
        @Nullable String preferred,
        @Nullable String referrers,
        @Nullable String held) {

    /**
     * Decides: who has the customer keeps it while role and branch fit; then comes who is to take over the portfolio,
     * then the referrer's manager, then who has most room.
     */
    public Placement decide(AssignmentPolicy policy, Desks desks) {
        if (customer == null) {
            return new Nobody(Reason.NO_TIER);
        }
        List<String> roles = policy.rolesFor(customer);
        if (roles.isEmpty()) {
            return new Nobody(Reason.NOT_FOR_THIS_TIER);
        } else if (branch == null) {
            return new Nobody(Reason.NO_BRANCH);
        }
        Desks.Pool pool = new Desks.Pool(branch, roles);
        return Stream.<Optional<With>>of(
                        fitting(held, pool, desks).map(desk -> new With(desk.managerId(), Why.KEPT)),
                        free(preferred, pool, desks).map(desk -> new With(desk.managerId(), Why.HANDED_OVER)),
                        free(referrers, pool, desks).map(desk -> new With(desk.managerId(), Why.REFERRED)),
                        desks.withMostRoom(pool, balanceMinor, policy.weights())
                                .map(desk -> new With(desk.managerId(), Why.MOST_ROOM)))
                .flatMap(Optional::stream)
                .<Placement>map(with -> with)
                .findFirst()
                .orElseGet(() ->
                        new Waiting(roles, desks.of(held).map(Desk::managerId).orElse(null)));
    }

    private static Optional<Desk> free(@Nullable String managerId, Desks.Pool pool, Desks desks) {
        return fitting(managerId, pool, desks).filter(Desk::hasRoom);
    }

    private static Optional<Desk> fitting(@Nullable String managerId, Desks.Pool pool, Desks desks) {
        return desks.of(managerId)
                .filter(desk ->
                        desk.branch().equals(pool.branch()) && pool.roles().contains(desk.role()));
    }
}
