package stratum.lifecycle.domain;

/** Where a customer is in its life with the bank. The order is part of the kept bytes. */
public enum Stage {
    PROSPECT,
    ACQUISITION,
    GROWTH,
    MATURITY,
    AT_RISK,
    CHURNED
}
