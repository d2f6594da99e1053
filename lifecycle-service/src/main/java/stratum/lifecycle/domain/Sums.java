package stratum.lifecycle.domain;

/** Sums of money that are small enough to be reckoned with further. */
final class Sums {

    /** Of a day, in minor units: the balances of a window of 90 such days still fit a long. */
    static final long LARGEST_OF_A_DAY = 100_000_000_000_000_000L;

    /** Of a lifetime, in minor units. */
    static final long LARGEST_OF_A_LIFE = 4_000_000_000_000_000_000L;

    private Sums() {}

    /**
     * The sum.
     *
     * @throws IllegalArgumentException with a sentence where it, or the like of it below 0, is too large
     */
    static long bounded(long sum, long largest, String what) {
        if (sum > largest || sum < -largest) {
            throw new IllegalArgumentException("%s would come to %d minor units, and a customer's come to %d at most"
                    .formatted(what, sum, largest));
        }
        return sum;
    }
}
