package stratum.campaign.domain;

import java.util.List;

/** The features that a condition can ask for. */
public final class FeatureNames {

    /** New ones are added at the end: the customer's state keeps their places. */
    public static final List<String> ALL = List.of(
            "balance",
            "avgBalance30d",
            "avgBalance90d",
            "avgBalanceLastMonth",
            "txnCount30d",
            "txnCount90d",
            "activeDays90d",
            "creditTurnover90d",
            "debitTurnover90d",
            "netFlow30d",
            "outflowToOtherBanks90d",
            "balanceChange90d",
            "daysSinceActivity",
            "productFamilies",
            "productCount",
            "tenureDays",
            "salaryMonths",
            "mainBank",
            "merchantLike",
            "digitalShare90d",
            "contribution12m",
            "satisfaction",
            "openComplaints",
            "referrals12m");

    private FeatureNames() {}
}
