package stratum.scoring.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact as far as features need it. */
public sealed interface Fact {

    /** When it happened. */
    When when();

    /**
     * When a fact happened, exactly enough to say which of two is the later.
     *
     * @param at event time
     * @param date its business date
     * @param id its event id; of facts of the same time, the greater id is the later
     */
    record When(Instant at, LocalDate date, String id) {}

    /**
     * Money moved.
     *
     * @param account the account
     * @param asset whether what is on the account counts in a balance
     * @param byCustomer whether the customer caused it
     * @param balanceAfter balance of the account after it, in minor units of the base currency; none where unknown
     * @param reversed business date of the transaction that this one takes back; none where it takes none
     */
    record Transaction(
            When when,
            String account,
            boolean asset,
            boolean byCustomer,
            @Nullable Long balanceAfter,
            @Nullable LocalDate reversed)
            implements Fact {}

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
     * @param asset whether its value counts in a balance
     * @param change what happened
     * @param value its value in minor units of the base currency; none where unknown
     */
    record Holding(
            When when,
            String account,
            boolean asset,
            Change change,
            @Nullable Long value) implements Fact {}
}
