package stratum.scoring.domain;

/** Families of products. What is on a liability is owed, and never counts in a balance. */
public enum Family {
    DEPOSIT,
    WEALTH,
    LOAN,
    MORTGAGE,
    CARD,
    INSURANCE,
    PENSION,
    PAYMENT;

    private static final Family[] ALL = values();

    static Family at(int place) {
        return ALL[place];
    }

    boolean isLiability() {
        return this == LOAN || this == MORTGAGE;
    }
}
