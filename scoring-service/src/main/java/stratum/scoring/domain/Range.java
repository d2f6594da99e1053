package stratum.scoring.domain;

/** The least and the most of the values seen, and whether one was missing. Filled by whoever makes it. */
final class Range {

    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;
    private boolean missed;

    static Range of(long... values) {
        Range range = new Range();
        for (long value : values) {
            range.see(value);
        }
        return range;
    }

    void see(long value) {
        least = Math.min(least, value);
        most = Math.max(most, value);
    }

    void miss() {
        missed = true;
    }

    boolean isEmpty() {
        return least > most;
    }

    boolean isWhole() {
        return !missed && !isEmpty();
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }
}
