package stratum.customer.store;

/** An account or contract of a customer. */
public record AccountKey(String customerId, String accountId) implements Comparable<AccountKey> {

    @Override
    public int compareTo(AccountKey other) {
        int byCustomer = customerId.compareTo(other.customerId);
        return byCustomer != 0 ? byCustomer : accountId.compareTo(other.accountId);
    }
}
