package stratum.scoring.domain;

/**
 * End-of-day balances over time, as the days on which they change. The last stays for ever; before the first it was the
 * opening. Sums over days take two look-ups, however many days.
 *
 * <p>A balance counts as at most {@link #LARGEST}, so that a sum over a year fits a long: 366 times 2e16 is 7.3e18.
 */
final class Course {

    static final long LARGEST = 20 * Fact.LARGEST_AMOUNT;

    private final long opening;
    private final int[] dates;
    private final long[] balances;

    /** At i: the sum over the days from the first change to the day before change i. */
    private final long[] sums;

    private int size;

    Course(long opening, int mostChanges) {
        this.opening = Math.min(opening, LARGEST);
        this.dates = new int[mostChanges];
        this.balances = new long[mostChanges];
        this.sums = new long[mostChanges];
    }

    /** From this date on, later than all before, the balance is this. */
    void changes(int date, long balance) {
        sums[size] = size == 0 ? 0 : sumBefore(date);
        dates[size] = date;
        balances[size] = Math.min(balance, LARGEST);
        size++;
    }

    long on(int date) {
        int change = changeAt(date);
        return change < 0 ? opening : balances[change];
    }

    /** Sum over the days from the first to the last, both included, at most a year and a day. */
    long sum(int first, int last) {
        // A date far ahead may overflow both, and not their difference.
        return sumBefore(last + 1) - sumBefore(first);
    }

    private long sumBefore(int date) {
        if (size == 0) {
            return date * opening;
        }
        int change = changeAt(date);
        return change < 0 ? (date - dates[0]) * opening : sums[change] + (date - dates[change]) * balances[change];
    }

    /** The latest change up to a date, mostly among the last. */
    private int changeAt(int date) {
        int low = 0;
        int high = size - 1;
        if (high >= 0 && dates[high] <= date) {
            return high;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (dates[middle] <= date) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Mean over the days from the first to the last, rounded half up. */
    long average(int first, int last) {
        return rounded(sum(first, last), last - first + 1);
    }

    private static long rounded(long sum, int days) {
        long rest = sum % days;
        return sum / days + (2 * rest >= days ? 1 : 0);
    }

    /**
     * All averages over so many days, or since the start, that end on one of the next days.
     *
     * <p>While the relationship is younger than the width, each day adds the same balance, so the average moves in one
     * direction. Later each day also takes one out, and turns only where the balance that leaves changes.
     */
    Range averages(int width, int start, int today, int days) {
        int full = Math.max(today + 1, start + width - 1);
        int last = today + days;
        Range range = new Range();
        range.see(average(Math.max(start, today + 2 - width), today + 1));
        range.see(average(Math.max(start, last - width + 1), last));
        if (full < last) {
            seeTurns(width, full, last, range);
        }
        return range;
    }

    /** Sums over whole windows, the first of which ends with the day {@code full}. */
    private void seeTurns(int width, int full, int last, Range range) {
        long least = sum(full - width + 1, full);
        long most = least;
        for (int i = size - 1; i >= 0 && dates[i] + width - 1 > full; i--) {
            int end = dates[i] + width - 1;
            if (end < last) {
                long sum = sumBefore(end + 1) - sums[i];
                least = Math.min(least, sum);
                most = Math.max(most, sum);
            }
        }
        range.see(rounded(least, width));
        range.see(rounded(most, width));
    }
}
