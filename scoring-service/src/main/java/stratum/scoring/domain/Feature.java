package stratum.scoring.domain;

import java.util.Arrays;
import java.util.Optional;

/** The vocabulary of features. Money is in minor units of the base currency, counts are plain. */
public enum Feature {
    /** Sum over the asset accounts of the latest known balance, never below 0 per account. */
    BALANCE("balance"),
    /** Mean end-of-day balance over the last 90 days, or since the relationship began; rounded half up. */
    AVG_BALANCE_90D("avgBalance90d"),
    /** Customer-initiated transactions of the last 90 days, less those reversed. */
    TXN_COUNT_90D("txnCount90d"),
    /** Days of the last 90 with a customer-initiated transaction. */
    ACTIVE_DAYS_90D("activeDays90d"),
    /** Open holdings. */
    PRODUCT_COUNT("productCount"),
    /** Days since the relationship began. */
    TENURE_DAYS("tenureDays");

    private final String label;

    Feature(String label) {
        this.label = label;
    }

    /** The name by which policies, events and pages call it. */
    public String label() {
        return label;
    }

    /** The feature of that name. */
    public static Optional<Feature> called(String label) {
        return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
    }
}
