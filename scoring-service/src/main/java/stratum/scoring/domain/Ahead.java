package stratum.scoring.domain;

import java.util.function.ToLongFunction;

/**
 * Bounds of what can be while no fact comes. Then the future is determined: days leave the windows one by one, and the
 * days that enter bring today's balance and nothing else. So most windows can only empty, and lie between their last
 * value and their first; the others turn only when a day leaves at which they turn, or a month ends.
 */
final class Ahead implements Outlook {

    private final Position position;
    private final Tally tomorrow;
    private int boundedDays;
    private Features.Taking least = new Features.Taking();
    private Features.Taking most = new Features.Taking();

    Ahead(Position position) {
        this.position = position;
        this.tomorrow = new Tally(position.ledger, position.today + 1);
    }

    @Override
    public Features least(int days) {
        bound(days);
        return least.taken();
    }

    @Override
    public Features most(int days) {
        bound(days);
        return most.taken();
    }

    private void bound(int days) {
        if (days != boundedDays) {
            boundedDays = days;
            least = new Features.Taking();
            most = new Features.Taking();
            position.know(least);
            position.know(most);
            Tally last = new Tally(position.ledger, position.today + days);
            windows(last);
            months();
            if (position.start <= position.today) {
                relationship(last);
            }
        }
    }

    private void windows(Tally last) {
        long balance = position.assets.on(position.today);
        bound(Feature.BALANCE, balance, balance);
        empties(Feature.TXN_COUNT_30D, last, tally -> tally.month(Figure.TRANSACTIONS));
        empties(Feature.TXN_COUNT_90D, last, tally -> tally.quarter(Figure.TRANSACTIONS));
        empties(Feature.ACTIVE_DAYS_90D, last, Tally::activeDays);
        empties(Feature.CREDIT_TURNOVER_90D, last, tally -> tally.quarter(Figure.CREDITS));
        empties(Feature.DEBIT_TURNOVER_90D, last, tally -> tally.quarter(Figure.DEBITS));
        empties(Feature.OUTFLOW_TO_OTHER_BANKS_90D, last, tally -> tally.quarter(Figure.TO_OTHER_BANKS));
        empties(Feature.REFERRALS_12M, last, tally -> tally.year(Figure.REFERRALS));
        bound(Feature.NET_FLOW_30D, netFlows());
        bound(Feature.DIGITAL_SHARE_90D, digitalShares());
        if (tomorrow.lastSign() != Lifetime.NEVER) {
            grows(Feature.DAYS_SINCE_ACTIVITY, tomorrow.lastSign());
        }
    }

    private Range netFlows() {
        Range range = Range.of(tomorrow.month(Figure.CREDITS) - tomorrow.month(Figure.DEBITS));
        long flow = 0;
        Day[] days = position.ledger.days;
        for (int i = days.length - 1; i >= 0 && leaves(days[i], Figure.MONTH) > 1; i--) {
            if (leaves(days[i], Figure.MONTH) <= boundedDays) {
                range.see(flow);
            }
            flow += days[i].value(Figure.CREDITS) - days[i].value(Figure.DEBITS);
        }
        return range;
    }

    private Range digitalShares() {
        Range range = new Range();
        seeShare(
                range,
                tomorrow.quarter(Figure.DIGITAL),
                tomorrow.quarter(Figure.TRANSACTIONS) + tomorrow.quarter(Figure.CONTACTS));
        long digital = 0;
        long contacts = 0;
        Day[] days = position.ledger.days;
        for (int i = days.length - 1; i >= 0 && leaves(days[i], Figure.QUARTER) > 1; i--) {
            if (leaves(days[i], Figure.QUARTER) <= boundedDays) {
                seeShare(range, digital, contacts);
            }
            digital += days[i].value(Figure.DIGITAL);
            contacts += days[i].value(Figure.TRANSACTIONS) + days[i].value(Figure.CONTACTS);
        }
        return range;
    }

    private static void seeShare(Range range, long digital, long contacts) {
        if (contacts > 0) {
            range.see(Position.share(digital, contacts));
        } else {
            range.miss();
        }
    }

    /** After so many days, a day is in the window no more; those after it still are. */
    private int leaves(Day day, int width) {
        return day.date + width - position.today;
    }

    private void months() {
        Range salaries = new Range();
        Range mainBank = new Range();
        Range averages = new Range();
        Months months = position.months;
        int last = months.monthOf(position.today + boundedDays);
        for (int month = months.monthOf(position.today + 1); month <= last; month++) {
            salaries.see(months.salaryMonths(month));
            mainBank.see(Position.flag(months.isMainBank(month)));
            if (position.start < months.firstOf(month)) {
                averages.see(position.averageBefore(month));
            } else {
                averages.miss();
            }
        }
        bound(Feature.SALARY_MONTHS, salaries);
        bound(Feature.MAIN_BANK, mainBank);
        bound(Feature.AVG_BALANCE_LAST_MONTH, averages);
    }

    private void relationship(Tally last) {
        Range average = averages(position.assets, Figure.QUARTER);
        grows(Feature.TENURE_DAYS, position.start);
        bound(Feature.AVG_BALANCE_30D, averages(position.assets, Figure.MONTH));
        bound(Feature.AVG_BALANCE_90D, average);
        bound(Feature.BALANCE_CHANGE_90D, changes(average));
        bound(Feature.MERCHANT_LIKE, merchantLike(last, average.most()), merchantLike(tomorrow, average.least()));
        Range has = averages(position.assets, Figure.YEAR);
        Range owes = averages(position.debts, Figure.YEAR);
        bound(
                Feature.CONTRIBUTION_12M,
                position.contribution(last.year(Figure.CHARGES), has.least(), owes.least()),
                position.contribution(tomorrow.year(Figure.CHARGES), has.most(), owes.most()));
    }

    private Range averages(Course course, int width) {
        return course.averages(width, position.start, position.today, boundedDays);
    }

    /** The higher the average, the lower the balance above it, but for an average of 0, over which it is 0. */
    private Range changes(Range average) {
        long balance = position.assets.on(position.today);
        Range range = Range.of(
                Position.change(balance, average.most()), Position.change(balance, Math.max(1, average.least())));
        if (average.least() == 0) {
            range.see(0);
        }
        return range;
    }

    private static long merchantLike(Tally tally, long averageBalance) {
        return Position.flag(
                Position.isMerchant(tally.quarter(Figure.CREDITS), tally.quarter(Figure.CREDIT_COUNT), averageBalance));
    }

    /** Of a sum over a window that only empties. */
    private void empties(Feature feature, Tally last, ToLongFunction<Tally> sum) {
        bound(feature, sum.applyAsLong(last), sum.applyAsLong(tomorrow));
    }

    /** Of the days since a date. */
    private void grows(Feature feature, int since) {
        bound(feature, position.today + 1 - since, (long) position.today + boundedDays - since);
    }

    private void bound(Feature feature, Range range) {
        if (!range.isEmpty()) {
            most.with(feature, range.most());
        }
        if (range.isWhole()) {
            least.with(feature, range.least());
        }
    }

    private void bound(Feature feature, long atLeast, long atMost) {
        least.with(feature, atLeast);
        most.with(feature, atMost);
    }
}
