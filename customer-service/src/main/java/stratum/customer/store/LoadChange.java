package stratum.customer.store;

/** So many customers and so much balance more for a manager. */
public record LoadChange(String managerId, long customers, long balanceMinor) {

    public LoadChange and(LoadChange more) {
        return new LoadChange(managerId, customers + more.customers, Math.addExact(balanceMinor, more.balanceMinor));
    }
}
