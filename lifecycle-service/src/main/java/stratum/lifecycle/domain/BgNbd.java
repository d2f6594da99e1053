package stratum.lifecycle.domain;

import java.util.OptionalInt;

/**
 * The BG/NBD model of buying while alive (Fader, Hardie and Lee, "Counting Your Customers the Easy Way", Marketing
 * Science 24(2), 2005): purchases come at a rate that is gamma(r, alpha) among customers, and after each one a customer
 * is lost with a chance that is beta(a, b). All times are days. Worked out in logarithms, so that no number of
 * purchases, however large, makes it overflow or not a number.
 */
public record BgNbd(double r, double alpha, double a, double b) {

    /** A threshold that is crossed later than this many days after the first purchase is never crossed. */
    private static final int END_OF_TIME = 100 * 366;

    /** A term that adds less than this share to a series is the last. */
    private static final double NEGLIGIBLE = 1e-16;

    public BgNbd {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException(
                    "BG/NBD parameters are above 0: r %s, alpha %s, a %s, b %s".formatted(r, alpha, a, b));
        }
    }

    /**
     * The probability that a customer is still alive: equation for P(alive) in the authors' note "Computing P(alive) Using
     * the BG/NBD Model" (2008).
     *
     * @param repeats repeat purchase days, x; with none the model says 1, since only a purchase can be the last
     * @param ageAtLast days from the first purchase to the last, t
     * @param age days from the first purchase to now, T, not below t
     */
    public double pAlive(int repeats, double ageAtLast, double age) {
        return repeats == 0 ? 1 : 1 / (1 + Math.exp(logOddsOfLoss(repeats, ageAtLast, age)));
    }

    private double logOddsOfLoss(int repeats, double ageAtLast, double age) {
        return Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log1p((age - ageAtLast) / (alpha + ageAtLast));
    }

    /**
     * How many purchases are expected of a customer in the days to come: equation (10) of the paper. Euler's transformation
     * of the Gaussian hypergeometric function, 2F1(A, B; C; z) = (1 - z)^(C - A - B) 2F1(C - A, C - B; C; z) (Abramowitz and
     * Stegun 15.3.3), takes the number of purchases out of the powers: what is left is (1 - z)^(a - 1), and a series whose
     * terms fall the faster the more purchases there were. Both are split so that a = 1 is no exception.
     *
     * @param days how far to look ahead
     */
    public double expectedPurchases(double days, int repeats, double ageAtLast, double age) {
        double z = days / (alpha + age + days);
        double log = Math.log1p(-z);
        double power = a == 1 ? log : Math.expm1((a - 1) * log) / (a - 1);
        double whole = -(a + b + repeats - 1) * power - Math.exp((a - 1) * log) * series(repeats, z);
        return Math.max(0, whole) * pAlive(repeats, ageAtLast, age);
    }

    /** (2F1(a + b - 1 - r, a - 1; c; z) - 1) c / (a - 1), with c = a + b + x - 1. */
    private double series(int repeats, double z) {
        double first = a + b - 1 - r;
        double c = a + b + repeats - 1;
        double term = first * z;
        double sum = term;
        for (int k = 1; Math.abs(term) > NEGLIGIBLE * Math.abs(sum); k++) {
            term *= (first + k) * (a + k - 1) / ((c + k) * (k + 1)) * z;
            sum += term;
        }
        return sum;
    }

    /**
     * The probability of a purchase in the days to come: the customer is alive, and does not pause that long. One who is alive
     * stays so until the next purchase, which comes at a rate that is gamma(r + x, alpha + T).
     */
    public double purchaseWithin(double days, int repeats, double ageAtLast, double age) {
        double pause = (r + repeats) * Math.log1p(days / (alpha + age));
        return -Math.expm1(-pause) * pAlive(repeats, ageAtLast, age);
    }

    /** The first age, in days, at which P(alive) is below the threshold without another purchase; empty if never. */
    public OptionalInt ageBelow(double threshold, int repeats, int ageAtLast) {
        if (repeats == 0) {
            return OptionalInt.empty();
        }
        double odds = Math.log((1 - threshold) / threshold) - Math.log(a / (b + repeats - 1));
        double silence = (alpha + ageAtLast) * Math.expm1(odds / (r + repeats));
        if (silence > END_OF_TIME) {
            return OptionalInt.empty();
        }
        // The formula finds the place, and the probability itself decides, so that both always say the same.
        int age = ageAtLast + Math.max(0, (int) Math.floor(silence) - 1);
        while (pAlive(repeats, ageAtLast, age) >= threshold) {
            age++;
        }
        return OptionalInt.of(age);
    }
}
