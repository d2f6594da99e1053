package stratum.lifecycle.domain;

/**
 * The Gamma-Gamma model of what a purchase is worth (Fader, Hardie and Lee, "RFM and CLV: Using Iso-Value Curves for
 * Customer Base Analysis", Journal of Marketing Research 42(4), 2005, section "Adding monetary value"): the values of one
 * customer's purchases are gamma(p, nu), and nu is gamma(q, v) among customers, whatever their number of purchases.
 *
 * @param v in the unit of the values, here minor units of the base currency
 */
public record GammaGamma(double p, double q, double v) {

    public GammaGamma {
        if (!(p > 0 && q > 1 && v > 0)) {
            throw new IllegalArgumentException(
                    "Gamma-Gamma parameters are above 0, and q above 1: p %s, q %s, v %s".formatted(p, q, v));
        }
    }

    /**
     * What a customer's purchases are worth on average: equation (5) of the authors' note "The Gamma-Gamma Model of Monetary
     * Value" (2013). A mean of what was seen and of what all customers come to, which weighs the less the more was seen.
     *
     * @param purchases how many were seen
     * @param mean what they were worth on average
     */
    public double expectedValue(int purchases, double mean) {
        double own = p * purchases / (p * purchases + q - 1);
        return own * mean + (1 - own) * p * v / (q - 1);
    }
}
