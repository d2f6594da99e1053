package stratum.sandbox.bank;

import org.jspecify.annotations.Nullable;
import stratum.events.ProductFamily;

/** An account or contract of one customer, and what is on it, in cents. Money in equals money out plus balance. */
final class Account {

    final String id;
    final Product product;
    private final long overdraft;
    private long balance;
    private boolean open = true;

    Account(String id, Product product, long balance, long overdraft) {
        this.id = id;
        this.product = product;
        this.balance = balance;
        this.overdraft = overdraft;
    }

    long balance() {
        return balance;
    }

    boolean isOpen() {
        return open;
    }

    boolean canPay(long amount) {
        return open && amount > 0 && amount <= balance + overdraft;
    }

    long add(long amount) {
        require(open, "is closed");
        balance += amount;
        return balance;
    }

    long take(long amount) {
        require(canPay(amount), "cannot pay");
        balance -= amount;
        return balance;
    }

    /** A new valuation, of a fund or of what is owed. */
    void value(long newValue) {
        require(open, "is closed");
        balance = newValue;
    }

    void close() {
        require(open, "is closed");
        open = false;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("Account %s %s.".formatted(id, otherwise));
        }
    }

    static boolean usable(@Nullable Account account) {
        return account != null && account.isOpen();
    }

    /** What the bank sells. */
    enum Product {
        CURRENT(ProductFamily.DEPOSIT),
        SAVINGS(ProductFamily.DEPOSIT),
        FUND(ProductFamily.WEALTH),
        CARD(ProductFamily.CARD),
        CONSUMER_LOAN(ProductFamily.LOAN),
        HOME_LOAN(ProductFamily.MORTGAGE),
        HOUSEHOLD_INSURANCE(ProductFamily.INSURANCE),
        PENSION_PLAN(ProductFamily.PENSION),
        ACQUIRING(ProductFamily.PAYMENT);

        final ProductFamily family;

        Product(ProductFamily family) {
            this.family = family;
        }

        /** Whether it is worth something by itself; the others are just held. */
        boolean hasValue() {
            return switch (family) {
                case DEPOSIT, WEALTH, LOAN, MORTGAGE -> true;
                default -> false;
            };
        }
    }
}
