package stratum.scoring.domain;

import java.util.Comparator;

/**
 * The latest balance known of one account on one business date.
 *
 * @param day the business date, as epoch day
 * @param millis its event time
 * @param rank of facts of the same time, a transaction (1) is later than a holding (0)
 * @param id of transactions of the same time, the greater id is the later
 * @param balance minor units of the base currency
 */
record BalanceLine(int day, long millis, int rank, String id, long balance) {

    static final Comparator<BalanceLine> LATER = Comparator.comparingLong(BalanceLine::millis)
            .thenComparingInt(BalanceLine::rank)
            .thenComparing(BalanceLine::id);

    boolean isLaterThan(BalanceLine that) {
        return LATER.compare(this, that) > 0;
    }
}
