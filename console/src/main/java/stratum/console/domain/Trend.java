package stratum.console.domain;

/** Where a lag is going. */
public enum Trend {
    RISING,
    FALLING,
    STEADY;

    /** A change under a twentieth, or of a handful of records, is breathing and not a trend. */
    private static final double NOTICEABLE = 0.05;

    private static final long HANDFUL = 50;

    static Trend of(long before, long now) {
        long change = now - before;
        if (Math.abs(change) <= Math.max(HANDFUL, before * NOTICEABLE)) {
            return STEADY;
        }
        return change > 0 ? RISING : FALLING;
    }
}
