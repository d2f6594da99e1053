package stratum.scoring.domain;

/**
 * What is added up per business date. A bit of a {@link Day}'s mask stands for each, in this order, so a figure is only
 * ever added at the end.
 */
enum Figure {
    /** Money out, and what it was for. */
    DEBITS(Figure.QUARTER),
    CREDITS(Figure.QUARTER),
    CREDIT_COUNT(Figure.QUARTER),
    /** Contacts by the customer; transactions are not among them. */
    CONTACTS(Figure.QUARTER),
    /** Contacts and transactions by the customer on the phone or the web. */
    DIGITAL(Figure.QUARTER),
    CHARGES(Figure.YEAR),
    INCOMES(Figure.MONTHS),
    STANDING_ORDERS(Figure.MONTHS),
    TO_OTHER_BANKS(Figure.QUARTER),
    REFERRALS(Figure.YEAR),
    /** By the customer. They are kept while one can still be taken back, for the day of the last is a feature. */
    TRANSACTIONS(Ledger.REACH);

    static final int MONTH = 30;
    static final int QUARTER = 90;
    static final int YEAR = 365;

    /** The three calendar months before this one began at most 122 days ago: 31 + 31 + 30 + 30 before a 31st. */
    private static final int MONTHS = 123;

    final int bit = 1 << ordinal();

    /** For so many days, today included, some feature can see it. */
    private final int days;

    /** Those that features add up over a year. */
    static final int OF_THE_YEAR = CHARGES.bit | REFERRALS.bit;

    private static final int AMOUNTS = DEBITS.bit | CREDITS.bit | CHARGES.bit | TO_OTHER_BANKS.bit;

    private static final int[] SEEN_AT_AGE = new int[Ledger.REACH];

    static {
        for (int age = 0; age < Ledger.REACH; age++) {
            for (Figure figure : values()) {
                SEEN_AT_AGE[age] |= age < figure.days ? figure.bit : 0;
            }
        }
    }

    Figure(int days) {
        this.days = days;
    }

    static int count() {
        return TRANSACTIONS.ordinal() + 1;
    }

    /** Of a day so long ago, 0 to {@link Ledger#LATEST_DAYS} days, the figures that some feature can still see. */
    static int seenAtAge(int age) {
        return SEEN_AT_AGE[age];
    }

    static void writeTo(PackedWriter out, int bit, long value) {
        if ((bit & AMOUNTS) != 0) {
            out.money(value);
        } else {
            out.signed(value);
        }
    }

    static long readFrom(PackedReader in, int bit) {
        return (bit & AMOUNTS) != 0 ? in.money() : in.signed();
    }
}
