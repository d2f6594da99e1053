package stratum.scoring.domain;

import java.math.BigDecimal;

/**
 * What the bank earns in a year on what a customer has and owes, as shares: 0.015 is 1.5 % of the average balance.
 *
 * @param deposit on deposits, from 0 to below 1, with at most 6 decimals
 * @param loan on loans, from 0 to below 1, with at most 6 decimals
 */
public record MarginRates(BigDecimal deposit, BigDecimal loan) {

    /** Nothing is earned on balances. */
    public static final MarginRates NONE = new MarginRates(BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int DECIMALS = 6;
    private static final long MILLION = 1_000_000;

    public MarginRates {
        requireShare(deposit);
        requireShare(loan);
    }

    private static void requireShare(BigDecimal share) {
        if (share.signum() < 0
                || share.compareTo(BigDecimal.ONE) >= 0
                || share.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException(
                    "A margin rate is from 0 to below 1, with at most 6 decimals, and not " + share.toPlainString());
        }
    }

    /**
     * A year's margin on these average balances, neither below 0, rounded half up.
     *
     * <p>Whole millions and their rests are multiplied apart, so that nothing overflows: with rates below a million
     * millionths the products stay below 2e16 and 1e12.
     */
    long on(long has, long owes) {
        long onDeposits = millionths(deposit);
        long onLoans = millionths(loan);
        long rests = onDeposits * (has % MILLION) + onLoans * (owes % MILLION);
        return onDeposits * (has / MILLION) + onLoans * (owes / MILLION) + (rests + MILLION / 2) / MILLION;
    }

    private static long millionths(BigDecimal share) {
        return share.signum() == 0 ? 0 : share.movePointRight(DECIMALS).longValueExact();
    }
}
