package stratum.customer.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What customers of a group did in a month (忠诚度). The customers are those who had begun with the bank and not left it
 * when the month began, in the group they were in then.
 *
 * @param bought who opened a product
 * @param referred who brought somebody
 * @param churned who left
 * @param answered who answered a survey; of each the last answer counts
 * @param promoters of these who gave 9 or 10
 * @param detractors of these who gave 0 to 6
 */
public record LoyaltyCount(
        long customers, long bought, long referred, long churned, long answered, long promoters, long detractors) {

    private static final int DECIMALS = 6;

    /** The share of customers who bought again, 0 to 1; none where there are no customers. */
    public @Nullable BigDecimal repeatPurchaseRate() {
        return share(bought, customers);
    }

    /** The share of customers who brought somebody. */
    public @Nullable BigDecimal referralRate() {
        return share(referred, customers);
    }

    /** The share of customers who left. */
    public @Nullable BigDecimal churnRate() {
        return share(churned, customers);
    }

    /** Promoters less detractors in percent of those who answered (NPS), -100 to 100 to one decimal. */
    public @Nullable BigDecimal netPromoterScore() {
        return answered == 0
                ? null
                : BigDecimal.valueOf(100 * (promoters - detractors))
                        .divide(BigDecimal.valueOf(answered), 1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
