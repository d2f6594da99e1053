package stratum.customer.domain;

/**
 * A relationship manager with what he or she looks after.
 *
 * @param managerId staff id
 * @param branch where
 * @param role as what
 * @param capacity how many customers at most
 * @param customers how many now
 * @param balanceMinor their balances together, in minor units of the base currency
 */
public record Desk(String managerId, String branch, String role, int capacity, int customers, long balanceMinor) {

    boolean hasRoom() {
        return customers < capacity;
    }

    Desk with(int moreCustomers, long moreBalance) {
        return new Desk(
                managerId, branch, role, capacity, customers + moreCustomers, Math.addExact(balanceMinor, moreBalance));
    }
}
