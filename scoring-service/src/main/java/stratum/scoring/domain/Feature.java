package stratum.scoring.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The vocabulary of features. A value is a whole number: money in minor units of the base currency, a ratio in millionths,
 * a flag 0 or 1. What is averaged or divided is rounded half up.
 */
public enum Feature {
    /** Sum over the asset accounts of the latest known balance, never below 0 per account. */
    BALANCE("balance", Unit.MONEY),
    /** Mean end-of-day balance over the last 30 days, or since the relationship began. */
    AVG_BALANCE_30D("avgBalance30d", Unit.MONEY),
    /** The same over 90 days. */
    AVG_BALANCE_90D("avgBalance90d", Unit.MONEY),
    /** The same over the last calendar month that is over; unknown where the relationship began after it. */
    AVG_BALANCE_LAST_MONTH("avgBalanceLastMonth", Unit.MONEY),
    /** Customer-initiated transactions of the last 30 days, less those reversed. */
    TXN_COUNT_30D("txnCount30d", Unit.COUNT),
    /** The same over 90 days. */
    TXN_COUNT_90D("txnCount90d", Unit.COUNT),
    /** Days of the last 90 with a customer-initiated transaction. */
    ACTIVE_DAYS_90D("activeDays90d", Unit.COUNT),
    /** Money that came in over 90 days. */
    CREDIT_TURNOVER_90D("creditTurnover90d", Unit.MONEY),
    /** Money that went out over 90 days. */
    DEBIT_TURNOVER_90D("debitTurnover90d", Unit.MONEY),
    /** Credits less debits of 30 days. */
    NET_FLOW_30D("netFlow30d", Unit.MONEY),
    /** Transfers to other banks over 90 days. */
    OUTFLOW_TO_OTHER_BANKS_90D("outflowToOtherBanks90d", Unit.MONEY),
    /** How far the balance is above, or below 0 under, its average of 90 days; 0 where that is 0. */
    BALANCE_CHANGE_90D("balanceChange90d", Unit.RATIO),
    /** Days since the last transaction or contact by the customer. */
    DAYS_SINCE_ACTIVITY("daysSinceActivity", Unit.COUNT),
    /** Families among the open holdings. */
    PRODUCT_FAMILIES("productFamilies", Unit.COUNT),
    /** Open holdings. */
    PRODUCT_COUNT("productCount", Unit.COUNT),
    /** Days since the relationship began. */
    TENURE_DAYS("tenureDays", Unit.COUNT),
    /** Of the last three calendar months that are over, those with a salary or pension. */
    SALARY_MONTHS("salaryMonths", Unit.COUNT),
    /** Whether this is the customer's main bank: three salary months, or three standing orders in each of two months. */
    MAIN_BANK("mainBank", Unit.FLAG),
    /** Whether the account is used like a shop's: much and often paid in, little kept. */
    MERCHANT_LIKE("merchantLike", Unit.FLAG),
    /** Share, of the customer's transactions and contacts of 90 days, on the phone or the web; unknown without any. */
    DIGITAL_SHARE_90D("digitalShare90d", Unit.RATIO),
    /** What the bank earned in 365 days: fees, penalties and the margins on what the customer has and owes. */
    CONTRIBUTION_12M("contribution12m", Unit.MONEY),
    /** Latest answer to a survey, 0 to 10. */
    SATISFACTION("satisfaction", Unit.COUNT),
    /** Complaints opened less those resolved. */
    OPEN_COMPLAINTS("openComplaints", Unit.COUNT),
    /** Customers referred in 365 days. */
    REFERRALS_12M("referrals12m", Unit.COUNT);

    /** What the number of a feature means. */
    public enum Unit {
        /** Minor units of the base currency. */
        MONEY,
        COUNT,
        /** Millionths. */
        RATIO,
        /** 0 is no, 1 is yes. */
        FLAG
    }

    /** Decimals of a ratio. */
    public static final int DECIMALS = 6;

    /** The ratio of equals. */
    public static final long ONE = 1_000_000;

    private static final Map<String, Feature> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Feature::label, feature -> feature));

    private final String label;
    private final Unit unit;

    Feature(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The name by which policies, events and pages call it. */
    public String label() {
        return label;
    }

    /** What its number means. */
    public Unit unit() {
        return unit;
    }

    /** A value as people and JSON write it: a Long, a Boolean, or for a ratio a BigDecimal. */
    public Object written(long value) {
        return switch (unit) {
            case MONEY, COUNT -> value;
            case RATIO -> BigDecimal.valueOf(value, DECIMALS);
            case FLAG -> value != 0;
        };
    }

    /** A value as programs count with it: a Long, a Boolean, or for a ratio a Double. */
    Object counted(long value) {
        return switch (unit) {
            case MONEY, COUNT -> value;
            case RATIO -> (double) value / ONE;
            case FLAG -> value != 0;
        };
    }

    /** The feature of that name. */
    public static Optional<Feature> called(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
