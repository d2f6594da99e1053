package stratum.scoring.domain;

/** Where a customer stands on a date: the features, from one pass over the days. */
final class Position {

    private static final long HUNDRED = 100;
    private static final int TURNOVER_OF_MERCHANTS = 5;
    private static final int CREDITS_OF_MERCHANTS = 60;

    final Ledger ledger;
    final int today;
    final int start;
    final Course assets;
    final Course debts;
    final Months months;
    private final MarginRates margins;

    Position(Ledger ledger, int today, MarginRates margins) {
        this.ledger = ledger;
        this.today = today;
        this.margins = margins;
        this.start = ledger.start();
        Courses courses = Courses.of(ledger);
        this.assets = courses.assets();
        this.debts = courses.debts();
        this.months = new Months(ledger, today);
    }

    /** What can be later if no fact comes. */
    Outlook outlook() {
        return isOverBy(today) ? new Ahead(this) : new AheadOfMore(ledger, today, margins);
    }

    private boolean isOverBy(int date) {
        Day[] days = ledger.days;
        return (start <= date || !ledger.hasBegun()) && (days.length == 0 || days[days.length - 1].date <= date);
    }

    Features features() {
        Tally tally = new Tally(ledger, today);
        Features.Taking features = new Features.Taking()
                .with(Feature.BALANCE, assets.on(today))
                .with(Feature.TXN_COUNT_30D, tally.month(Figure.TRANSACTIONS))
                .with(Feature.TXN_COUNT_90D, tally.quarter(Figure.TRANSACTIONS))
                .with(Feature.ACTIVE_DAYS_90D, tally.activeDays())
                .with(Feature.CREDIT_TURNOVER_90D, tally.quarter(Figure.CREDITS))
                .with(Feature.DEBIT_TURNOVER_90D, tally.quarter(Figure.DEBITS))
                .with(Feature.NET_FLOW_30D, tally.month(Figure.CREDITS) - tally.month(Figure.DEBITS))
                .with(Feature.OUTFLOW_TO_OTHER_BANKS_90D, tally.quarter(Figure.TO_OTHER_BANKS))
                .with(Feature.SALARY_MONTHS, months.salaryMonths(0))
                .with(Feature.MAIN_BANK, flag(months.isMainBank(0)))
                .with(Feature.REFERRALS_12M, tally.year(Figure.REFERRALS));
        know(features);
        long contacts = tally.quarter(Figure.TRANSACTIONS) + tally.quarter(Figure.CONTACTS);
        if (contacts > 0) {
            features.with(Feature.DIGITAL_SHARE_90D, share(tally.quarter(Figure.DIGITAL), contacts));
        }
        if (tally.lastSign() != Lifetime.NEVER) {
            features.with(Feature.DAYS_SINCE_ACTIVITY, Math.max(0, today - tally.lastSign()));
        }
        if (start <= today) {
            relationship(features, tally);
        }
        return features.taken();
    }

    /** What time alone does not change. */
    void know(Features.Taking features) {
        features.with(Feature.PRODUCT_FAMILIES, ledger.openFamilies())
                .with(Feature.PRODUCT_COUNT, ledger.openHoldings())
                .with(Feature.OPEN_COMPLAINTS, Math.max(0, ledger.lifetime.complaints()));
        Lifetime.Survey survey = ledger.lifetime.survey();
        if (survey != null) {
            features.with(Feature.SATISFACTION, survey.score());
        }
    }

    private void relationship(Features.Taking features, Tally tally) {
        long average = average(assets, Figure.QUARTER);
        features.with(Feature.AVG_BALANCE_30D, average(assets, Figure.MONTH))
                .with(Feature.AVG_BALANCE_90D, average)
                .with(Feature.BALANCE_CHANGE_90D, change(assets.on(today), average))
                .with(Feature.TENURE_DAYS, today - start)
                .with(
                        Feature.MERCHANT_LIKE,
                        flag(isMerchant(tally.quarter(Figure.CREDITS), tally.quarter(Figure.CREDIT_COUNT), average)))
                .with(
                        Feature.CONTRIBUTION_12M,
                        contribution(
                                tally.year(Figure.CHARGES), average(assets, Figure.YEAR), average(debts, Figure.YEAR)));
        if (start < months.firstOf(0)) {
            features.with(Feature.AVG_BALANCE_LAST_MONTH, averageBefore(0));
        }
    }

    private long average(Course course, int width) {
        return course.average(Math.max(start, today - width + 1), today);
    }

    /** Average over the calendar month before a month; the relationship must have begun before that. */
    long averageBefore(int month) {
        return assets.average(Math.max(start, months.firstOf(month - 1)), months.firstOf(month) - 1);
    }

    long contribution(long charges, long has, long owes) {
        return charges + margins.on(has, owes);
    }

    static boolean isMerchant(long turnover, long credits, long averageBalance) {
        return credits >= CREDITS_OF_MERCHANTS && turnover >= TURNOVER_OF_MERCHANTS * averageBalance;
    }

    static long flag(boolean set) {
        return set ? 1 : 0;
    }

    /** Millionths; a reversal from elsewhere may leave more digital contacts than contacts. */
    static long share(long digital, long contacts) {
        return millionths(Math.min(digital, contacts), contacts);
    }

    /** Millionths by which the balance is above its average; 0 where that is 0. */
    static long change(long balance, long average) {
        return average == 0 ? 0 : millionths(balance, average) - Feature.ONE;
    }

    /**
     * A quotient in millionths, rounded half up. Neither is below 0; two decimals at a time, the rest, below 2e16, never
     * overflows.
     */
    private static long millionths(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        for (int i = 0; i < Feature.DECIMALS / 2; i++) {
            rest *= HUNDRED;
            quotient = quotient * HUNDRED + rest / divisor;
            rest %= divisor;
        }
        return quotient + (2 * rest >= divisor ? 1 : 0);
    }
}
