package stratum.scoring.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * A customer's facts, condensed to what features need: sums and latest balances by business date. It is a value; booking
 * gives another. Within {@link #LATEST_DAYS} the order in which facts are booked does not show, because days are added up
 * and of balances the latest counts, whichever comes first.
 */
public final class Ledger {

    /** Facts older than this count in lifetime totals only. */
    static final int LATEST_DAYS = 400;

    /** So many days, today included, can still be booked on. */
    static final int REACH = LATEST_DAYS + 1;

    private static final Ledger EMPTY = new Ledger(Lifetime.UNKNOWN, new Account[0], new Day[0]);

    final Lifetime lifetime;

    /** In order of id. */
    final Account[] accounts;

    /** In order of date. */
    final Day[] days;

    /** The arrays become the ledger's own. */
    Ledger(Lifetime lifetime, Account[] accounts, Day[] days) {
        this.lifetime = lifetime;
        this.accounts = accounts;
        this.days = days;
    }

    /** A customer of whom nothing is known. */
    public static Ledger empty() {
        return EMPTY;
    }

    /** Whether the customer has opened a holding or made a transaction. */
    public boolean hasBegun() {
        return lifetime.start() != Lifetime.NOT_BEGUN;
    }

    /** Epoch day on which the relationship began; the largest there is before it has. */
    public int start() {
        return lifetime.start();
    }

    /**
     * With one more fact, seen on a date.
     *
     * @throws IllegalArgumentException with a sentence where more is booked on one day than a bank moves
     */
    public Ledger book(Fact fact, LocalDate asOf) {
        return new Booking(this, Math.toIntExact(asOf.toEpochDay())).book(fact);
    }

    /** The features as of a date, given no further facts up to it. */
    public Features features(LocalDate asOf, MarginRates margins) {
        return position(asOf, margins).features();
    }

    /** Where the customer stands on a date, and can stand after it. */
    Position position(LocalDate asOf, MarginRates margins) {
        return new Position(this, Math.toIntExact(asOf.toEpochDay()), margins);
    }

    /** Product families of which there is an open holding. */
    public Set<Family> families() {
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (Account account : accounts) {
            if (account.isOpen()) {
                families.add(account.family());
            }
        }
        return families;
    }

    int openFamilies() {
        int families = 0;
        for (Account account : accounts) {
            families |= account.isOpen() ? 1 << account.family().ordinal() : 0;
        }
        return Integer.bitCount(families);
    }

    int openHoldings() {
        int open = 0;
        for (Account account : accounts) {
            open += account.isOpen() ? 1 : 0;
        }
        return open;
    }

    /** Place of the account with this id; where there is none, -1 less the place where it belongs. */
    static int placeOf(long account, Account[] accounts, int size) {
        for (int i = 0; i < size; i++) {
            if (accounts[i].id() >= account) {
                return accounts[i].id() == account ? i : -1 - i;
            }
        }
        return -1 - size;
    }

    int placeOf(long account) {
        return placeOf(account, accounts, accounts.length);
    }
}
