package stratum.lifecycle.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * End-of-day balances of the last 90 days, and of the days to come if nothing is said any more: then the balance stays
 * as it is, and after 90 days all averages equal it.
 */
final class BalanceSeries {

    /** The widest window, and so how far back balances matter and how far ahead averages move. */
    static final int WINDOW = 90;

    private final int today;
    private final int start;
    private final long balance;
    private final long highest;
    private final long[] sums;

    BalanceSeries(Accounts accounts, LocalDate asOf, @Nullable LocalDate relationshipStart) {
        today = Days.of(asOf);
        start = relationshipStart == null ? today : Math.min(today, Days.of(relationshipStart));
        balance = accounts.balance();
        long[] totals = totals(accounts);
        sums = new long[WINDOW + 1];
        long most = balance;
        for (int day = 0; day < WINDOW; day++) {
            sums[day + 1] = sums[day] + totals[day];
            most = Math.max(most, totals[day]);
        }
        highest = Sums.bounded(most, Sums.LARGEST_OF_A_DAY, "The balances of a day");
    }

    private long[] totals(Accounts accounts) {
        long[] totals = new long[WINDOW];
        accounts.all().forEach(account -> account.addTo(totals, today - WINDOW + 1));
        return totals;
    }

    long balance() {
        return balance;
    }

    /** The highest balance in the window: no average is above it, now or later. */
    long highest() {
        return highest;
    }

    /** The mean over a window that ends so many days from now, days before the relationship left out, rounded half up. */
    long average(int width, int ahead) {
        int last = today + ahead;
        int first = Math.max(last - width + 1, start);
        long sum = sumUntil(last) - sumUntil(first - 1);
        int days = last - first + 1;
        return sum / days + (sum % days * 2 >= days ? 1 : 0);
    }

    /** The sum of all balances of the window up to a day, which may lie ahead. */
    private long sumUntil(int day) {
        int index = Math.min(day, today) - (today - WINDOW);
        return sums[Math.max(0, index)] + (day > today ? (day - today) * balance : 0);
    }
}
