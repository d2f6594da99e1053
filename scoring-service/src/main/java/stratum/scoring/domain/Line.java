package stratum.scoring.domain;

import java.util.ArrayDeque;
import java.util.Deque;
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

    /** The lines of two lists; of two about one account the later. There may be thousands: nothing calls itself here. */
    static @Nullable Line latest(@Nullable Line one, @Nullable Line other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Deque<Line> first = new ArrayDeque<>();
        Line left = one;
        Line right = other;
        while (left != null && right != null) {
            long account = Math.min(left.account, right.account);
            Line latest =
                    right.account == account && !(left.account == account && left.isLaterThan(right)) ? right : left;
            first.push(latest);
            left = left.account == account ? left.next : left;
            right = right.account == account ? right.next : right;
        }
        return before(left == null ? right : left, first);
    }

    /** The lines of a list about other accounts than those of another list. */
    static @Nullable Line without(@Nullable Line others, @Nullable Line lines) {
        if (others == null || lines == null) {
            return lines;
        }
        Deque<Line> first = new ArrayDeque<>();
        Line other = others;
        Line rest = lines;
        while (other != null && rest != null) {
            if (other.account < rest.account) {
                other = other.next;
            } else {
                if (other.account > rest.account) {
                    first.push(rest);
                }
                rest = rest.next;
            }
        }
        return before(rest, first);
    }

    /** A list with lines before it, of which the last was pushed last. */
    private static @Nullable Line before(@Nullable Line rest, Deque<Line> first) {
        Line all = rest;
        while (!first.isEmpty()) {
            all = first.pop().followedBy(all);
        }
        return all;
    }

    /** Of two balances said of one moment nobody knows the order; the lower counts. */
    private boolean isLaterThan(Line that) {
        return millis > that.millis || (millis == that.millis && balance < that.balance);
    }

    private Line followedBy(@Nullable Line following) {
        return following == next ? this : new Line(account, millis, balance, following);
    }
}
