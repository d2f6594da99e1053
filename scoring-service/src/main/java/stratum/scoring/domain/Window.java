package stratum.scoring.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The 90 days that end with a date, and what they come to when time passes and nothing happens: the days of the window
 * leave one by one, and each is replaced by one with today's balance and no transaction.
 */
final class Window {

    private static final int DAYS = Ledger.WINDOW;

    private final Ledger ledger;
    private final int today;
    private final long balance;
    /** At i: the sum over the days from i to the last, so that each day ahead costs one look-up. */
    private final long[] balances = new long[DAYS + 1];

    private final int[] transactions = new int[DAYS + 1];
    private final int[] activeDays = new int[DAYS + 1];

    Window(Ledger ledger, int today) {
        this.ledger = ledger;
        this.today = today;
        long[] daily = new long[DAYS];
        ledger.accounts().forEach(account -> account.addTo(daily, firstDay()));
        this.balance = daily[DAYS - 1];
        sumUp(daily, countByDay());
    }

    private int firstDay() {
        return today - DAYS + 1;
    }

    private int[] countByDay() {
        int[] counts = new int[DAYS];
        for (DayCount count : ledger.counts()) {
            if (count.day() >= firstDay() && count.day() <= today) {
                counts[count.day() - firstDay()] = Math.max(0, count.count());
            }
        }
        return counts;
    }

    private void sumUp(long[] daily, int[] counts) {
        for (int day = DAYS - 1; day >= 0; day--) {
            balances[day] = balances[day + 1] + daily[day];
            transactions[day] = transactions[day + 1] + counts[day];
            activeDays[day] = activeDays[day + 1] + (counts[day] > 0 ? 1 : 0);
        }
    }

    Features features() {
        Map<Feature, Long> values = unchanging();
        values.put(Feature.TXN_COUNT_90D, (long) transactions[0]);
        values.put(Feature.ACTIVE_DAYS_90D, (long) activeDays[0]);
        if (ledger.hasBegun() && ledger.start() <= today) {
            values.put(Feature.AVG_BALANCE_90D, average(0));
            values.put(Feature.TENURE_DAYS, (long) (today - ledger.start()));
        }
        return Features.of(values);
    }

    /** Bounds below of all features on each of the next days. */
    Features least(int days) {
        Map<Feature, Long> values = unchanging();
        values.put(Feature.TXN_COUNT_90D, (long) transactions[Math.min(days, DAYS)]);
        values.put(Feature.ACTIVE_DAYS_90D, (long) activeDays[Math.min(days, DAYS)]);
        values.put(Feature.AVG_BALANCE_90D, averages(days).min().orElseThrow());
        values.put(Feature.TENURE_DAYS, today + 1L - ledger.start());
        return Features.of(values);
    }

    /** Bounds above of all features on each of the next days. */
    Features most(int days) {
        Map<Feature, Long> values = unchanging();
        values.put(Feature.TXN_COUNT_90D, (long) transactions[1]);
        values.put(Feature.ACTIVE_DAYS_90D, (long) activeDays[1]);
        values.put(Feature.AVG_BALANCE_90D, averages(days).max().orElseThrow());
        values.put(Feature.TENURE_DAYS, (long) today + days - ledger.start());
        return Features.of(values);
    }

    private Map<Feature, Long> unchanging() {
        Map<Feature, Long> values = new EnumMap<>(Feature.class);
        values.put(Feature.BALANCE, balance);
        values.put(Feature.PRODUCT_COUNT, (long) ledger.openHoldings());
        return values;
    }

    private LongStream averages(int days) {
        return IntStream.rangeClosed(1, Math.min(days, DAYS)).mapToLong(this::average);
    }

    /** Mean end-of-day balance as of this many days from now, rounded half up. */
    private long average(int daysAhead) {
        int first = Math.max(daysAhead, ledger.start() - firstDay());
        long sum = balances[first] + daysAhead * balance;
        int days = DAYS - first + daysAhead;
        return Math.floorDiv(2 * sum + days, 2L * days);
    }
}
