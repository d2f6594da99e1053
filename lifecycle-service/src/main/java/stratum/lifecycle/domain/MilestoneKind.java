package stratum.lifecycle.domain;

/** Facts about the way, not stages. The order is part of the kept bytes. */
public enum MilestoneKind {
    FIRST_DEPOSIT,
    FIRST_SALARY,
    SECOND_PRODUCT,
    ANNIVERSARY,
    LARGE_INFLOW,
    WEALTH_MATURING,
    BIRTHDAY
}
