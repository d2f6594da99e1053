package stratum.scoring.domain;

import org.jspecify.annotations.Nullable;

/** A fact as far as features need it. Money is in minor units of the base currency, and unknown where no rate is. */
public sealed interface Fact {

    /** No amount is larger, so that sums over accounts and years fit a long. */
    long LARGEST_AMOUNT = 1_000_000_000_000_000L;

    /** When it happened. */
    When when();

    /**
     * When a fact happened, exactly enough to say which of two is the later.
     *
     * @param day its business date, as epoch day
     * @param millis milliseconds since that date began
     */
    record When(int day, int millis) {}

    /** What a transaction is for, as far as features tell purposes apart. */
    enum Purpose {
        /** Salary or pension. */
        INCOME,
        STANDING_ORDER,
        /** A fee or a penalty. */
        CHARGE,
        /** A transfer out, to another bank. */
        TO_OTHER_BANK,
        OTHER
    }

    /**
     * What moved.
     *
     * @param credit whether money came in
     * @param amount above 0; none where unknown
     * @param purpose what for
     */
    record Movement(boolean credit, @Nullable Long amount, Purpose purpose) {

        public Movement {
            requireBelievable(amount);
        }
    }

    /**
     * Who did something, and how.
     *
     * @param byCustomer whether the customer did it, and not the bank
     * @param digital whether on the phone or the web
     */
    record Manner(boolean byCustomer, boolean digital) {}

    /**
     * Money moved, or is taken back.
     *
     * @param account the account
     * @param family family of the account's product
     * @param movement what moved; of a reversal, what had moved and is taken back
     * @param balanceAfter balance of the account after it; none where unknown
     * @param takenBack the business date that a reversal takes the movement out of; none where it is no reversal
     */
    record Transaction(
            When when,
            String account,
            Family family,
            Movement movement,
            Manner manner,
            @Nullable Long balanceAfter,
            @Nullable Integer takenBack)
            implements Fact {

        public Transaction {
            requireBelievable(balanceAfter);
        }
    }

    /** What happened to a holding. */
    enum Change {
        OPENED,
        VALUED,
        CLOSED
    }

    /**
     * A holding changed.
     *
     * @param account the account or contract
     * @param family family of the product
     * @param change what happened
     * @param value what it is worth, or what is owed; none where unknown
     */
    record Holding(
            When when,
            String account,
            Family family,
            Change change,
            @Nullable Long value) implements Fact {

        public Holding {
            requireBelievable(value);
        }
    }

    /** What a contact is about, as far as features ask. */
    enum About {
        SURVEY,
        COMPLAINT,
        COMPLAINT_RESOLVED,
        REFERRAL,
        OTHER
    }

    /**
     * Customer and bank were in contact.
     *
     * @param about what about
     * @param score 0 to 10, the answer to a survey; none otherwise
     */
    record Contact(
            When when, About about, Manner manner, @Nullable Integer score) implements Fact {}

    private static void requireBelievable(@Nullable Long amount) {
        if (amount != null && (amount > LARGEST_AMOUNT || amount < -LARGEST_AMOUNT)) {
            throw new IllegalArgumentException("An amount of %d minor units is more than the %d that a bank moves"
                    .formatted(amount, LARGEST_AMOUNT));
        }
    }
}
