package stratum.lifecycle.domain;

/** Families of products. The order is part of the kept bytes. */
public enum Family {
    DEPOSIT,
    WEALTH,
    LOAN,
    MORTGAGE,
    CARD,
    INSURANCE,
    PENSION,
    PAYMENT;

    /** What is owed never counts in a balance. */
    public boolean isLiability() {
        return this == LOAN || this == MORTGAGE;
    }
}
