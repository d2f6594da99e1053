package stratum.scoring.domain;

import java.util.Arrays;
import java.util.Optional;

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

    /** The family of that name. */
    public static Optional<Family> called(String name) {
        return Arrays.stream(ALL).filter(family -> family.name().equals(name)).findFirst();
    }

    static Family at(int place) {
        return ALL[place];
    }

    boolean isLiability() {
        return this == LOAN || this == MORTGAGE;
    }
}
