package stratum.customer.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The desks that customers may go to, and how full they are while customers are placed. Used by one thread. */
public final class Desks {

    private final Map<String, Desk> byManager = new TreeMap<>();

    /** These desks, as full as they are. */
    public Desks(Collection<Desk> desks) {
        desks.forEach(desk -> byManager.put(desk.managerId(), desk));
    }

    /** All of them, by staff id. */
    public List<Desk> all() {
        return List.copyOf(byManager.values());
    }

    /** The desk of a manager who is there; none of one who is not. */
    public Optional<Desk> of(@Nullable String managerId) {
        return managerId == null ? Optional.empty() : Optional.ofNullable(byManager.get(managerId));
    }

    /** A customer with this balance comes to a manager. */
    public void take(String managerId, long balanceMinor) {
        byManager.computeIfPresent(managerId, (id, desk) -> desk.with(1, balanceMinor));
    }

    /** A customer with this balance leaves a manager, who may be gone already. */
    public void release(String managerId, long balanceMinor) {
        byManager.computeIfPresent(managerId, (id, desk) -> desk.with(-1, -balanceMinor));
    }

    /**
     * Of a pool, the desk with most room for a customer: where the sum of squared deviations from an even spread, of
     * customers and of balances alike, grows least.
     *
     * <p>With {@code n} customers, {@code B} balance and {@code c} capacity of a desk, a mean balance of {@code m} over
     * the pool and a balance {@code b} to come, the growth is
     * {@code (w1 (2 n + 1) + w2 (2 B b + b^2) / m^2) / c}: a large balance goes where there is least money, a small one
     * where there are fewest people. It is compared exactly, in whole numbers. Of equals the one with the lesser staff
     * id.
     */
    Optional<Desk> withMostRoom(Pool pool, long balanceMinor, AssignmentPolicy.Weights weights) {
        List<Desk> all = new ArrayList<>();
        for (Desk desk : byManager.values()) {
            if (desk.branch().equals(pool.branch()) && pool.roles().contains(desk.role())) {
                all.add(desk);
            }
        }
        Growth growth = Growth.in(all, balanceMinor, weights);
        return all.stream().filter(Desk::hasRoom).min(Comparator.comparing(growth::of, Fraction::compare));
    }

    /** The desks of a branch that have one of these roles. */
    record Pool(String branch, List<String> roles) {}

    /** A number of people or money over a capacity. */
    private record Fraction(BigInteger over, int capacity) {

        static int compare(Fraction one, Fraction other) {
            return one.over
                    .multiply(BigInteger.valueOf(other.capacity))
                    .compareTo(other.over.multiply(BigInteger.valueOf(one.capacity)));
        }
    }

    /** The growth, times the square of the sum of balances, so that nothing is divided. */
    private record Growth(BigInteger people, BigInteger money, BigInteger customersSquared, BigInteger balance) {

        static Growth in(List<Desk> pool, long balanceMinor, AssignmentPolicy.Weights weights) {
            BigInteger sum = BigInteger.valueOf(balanceMinor);
            long customers = 1;
            for (Desk desk : pool) {
                sum = sum.add(BigInteger.valueOf(desk.balanceMinor()));
                customers += desk.customers();
            }
            // Where there is no money there is none to spread.
            BigInteger squared = sum.signum() == 0 ? BigInteger.ONE : sum.multiply(sum);
            return new Growth(
                    squared.multiply(BigInteger.valueOf(weights.customers())),
                    BigInteger.valueOf(weights.balance()),
                    BigInteger.valueOf(customers).pow(2),
                    BigInteger.valueOf(balanceMinor));
        }

        Fraction of(Desk desk) {
            BigInteger ofPeople = people.multiply(BigInteger.valueOf(2L * desk.customers() + 1));
            BigInteger twice = BigInteger.valueOf(desk.balanceMinor()).shiftLeft(1);
            BigInteger ofMoney =
                    money.multiply(customersSquared).multiply(twice.add(balance).multiply(balance));
            return new Fraction(ofPeople.add(ofMoney), desk.capacity());
        }
    }
}
