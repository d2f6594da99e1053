package stratum.platform.stream;

import java.time.LocalDate;

/**
 * Counts that belong to a partition and not to one customer, such as what of a budget is spent. They are saved and taken
 * back together with the customers they were counted for.
 */
public interface Tallies {

    /** Counts nothing. */
    Tallies NONE = new Tallies() {
        @Override
        public long of(String name) {
            return 0;
        }

        @Override
        public void add(String name, LocalDate keepUntil) {
            throw new UnsupportedOperationException("Nothing is counted here");
        }
    };

    /** The longest date there is to keep a tally for. */
    LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    /** How often it was counted in this partition. */
    long of(String name);

    /**
     * Counts once more.
     *
     * @param keepUntil after this business date it may be forgotten
     */
    void add(String name, LocalDate keepUntil);
}
