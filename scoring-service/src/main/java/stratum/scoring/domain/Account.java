package stratum.scoring.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an account or contract apart from its lines.
 *
 * @param id tells it from the customer's other accounts: a hash of the bank's id, even of an asset, odd of a liability
 * @param opening its balance before the first day that the ledger still knows
 * @param status the latest thing said about the holding; none where only transactions told of it
 */
record Account(long id, long opening, @Nullable Status status) {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * What a holding is, by the latest fact about it.
     *
     * @param day epoch day; {@link #LONG_AGO} where it is so long ago that any fact still to be booked is later
     * @param millis milliseconds since the day began
     */
    record Status(int day, int millis, boolean open, Family family) {

        static final int LONG_AGO = Integer.MIN_VALUE;

        /** Said of one moment, closed is later than open. */
        private boolean isLaterThan(Status that) {
            if (day != that.day) {
                return day > that.day;
            }
            if (millis != that.millis) {
                return millis > that.millis;
            }
            return open == that.open ? family.ordinal() > that.family.ordinal() : !open;
        }

        private Status from(int firstDay) {
            return day < firstDay ? new Status(LONG_AGO, 0, open, family) : this;
        }
    }

    /** An account of which nothing is known yet. */
    static Account called(long id) {
        return new Account(id, 0, null);
    }

    /** The id of an account in the ledger (64-bit FNV-1a, Fowler, Noll and Vo). */
    static long idOf(String account, boolean liability) {
        long hash = FNV_BASIS;
        for (int i = 0; i < account.length(); i++) {
            hash = (hash ^ account.charAt(i)) * FNV_PRIME;
        }
        return hash << 1 | (liability ? 1 : 0);
    }

    static boolean isLiability(long id) {
        return (id & 1) == 1;
    }

    boolean isOpen() {
        return status != null && status.open();
    }

    /** Of a holding of which something was said. */
    Family family() {
        return Objects.requireNonNull(status).family();
    }

    Account with(Status said) {
        return status == null || said.isLaterThan(status) ? new Account(id, opening, said) : this;
    }

    Account opening(long balance) {
        return balance == opening ? this : new Account(id, balance, status);
    }

    /** Told that no fact before this day will be booked any more. */
    Account from(int firstDay) {
        Status still = status == null ? null : status.from(firstDay);
        return still == status ? this : new Account(id, opening, still);
    }

    /** Whether forgetting it, where no line speaks of it, changes nothing now or later. */
    boolean isForgettable() {
        return opening <= 0 && (status == null || (!status.open() && status.day() == Status.LONG_AGO));
    }
}
