package stratum.lifecycle.domain;

/** Why a stage changed, or may soon. The order is part of the kept bytes, and decides between causes of equal weight. */
public enum Cause {
    INACTIVITY,
    BALANCE_OUTFLOW,
    COMPETITOR,
    SALARY_STOPPED,
    COMPLAINT,
    DISSATISFACTION,
    PRODUCT_CLOSED,
    NEVER_ACTIVATED,
    RECOVERED,
    CLOSED,
    SILENT,
    WON_BACK
}
