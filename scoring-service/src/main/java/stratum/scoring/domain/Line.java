package stratum.scoring.domain;

import org.jspecify.annotations.Nullable;

/**
 * The latest balance known of an account on one business date. The lines of a date hang together in order of account.
 *
 * @param account id of the account in the ledger
 * @param millis when it was so, in milliseconds since the date began
 * @param balance minor units; of a liability, what is owed
 */
record Line(
        long account, int millis, long balance, @Nullable Line next) {

    /** The lines of two lists; of two about one account the later. */
    static @Nullable Line latest(@Nullable Line one, @Nullable Line other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.account < other.account) {
            return one.followedBy(latest(one.next, other));
        }
        if (one.account > other.account) {
            return other.followedBy(latest(one, other.next));
        }
        return (one.isLaterThan(other) ? one : other).followedBy(latest(one.next, other.next));
    }

    /** The lines of a list about other accounts than those of another list. */
    static @Nullable Line without(@Nullable Line others, @Nullable Line lines) {
        if (others == null || lines == null) {
            return lines;
        }
        if (others.account < lines.account) {
            return without(others.next, lines);
        }
        Line rest = without(others, lines.next);
        return others.account == lines.account ? rest : lines.followedBy(rest);
    }

    /** Of two balances said of one moment nobody knows the order; the lower counts. */
    private boolean isLaterThan(Line that) {
        return millis > that.millis || (millis == that.millis && balance < that.balance);
    }

    private Line followedBy(@Nullable Line following) {
        return following == next ? this : new Line(account, millis, balance, following);
    }
}
