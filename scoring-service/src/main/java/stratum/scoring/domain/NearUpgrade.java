package stratum.scoring.domain;

/**
 * Who is near the tier above (domain definition, section 4): all that is missing for it is at most 10 % of one gate or 3 %
 * of the score. One who has been told so is not told again before having been far, that is more than twice as far away.
 */
final class NearUpgrade {

    private static final Margin NEAR = new Margin(3, 10);
    private static final Margin FAR = NEAR.twice();

    private NearUpgrade() {}

    static boolean isNear(Tier above, Assessment customer) {
        return above.isWithin(NEAR, customer.features(), customer.score()) && missing(above, customer) == 1;
    }

    static boolean isFar(Tier above, Assessment customer) {
        return !above.isWithin(FAR, customer.features(), customer.score());
    }

    /** Whether a customer whose features stay between these bounds may be near at some time. */
    static boolean mayBeNear(Tier above, Assessment worst, Assessment best) {
        return above.isWithin(NEAR, best.features(), best.score())
                && missing(above, best) <= 1
                && missing(above, worst) >= 1;
    }

    private static int missing(Tier above, Assessment customer) {
        return above.missing(customer.features(), customer.score());
    }
}
