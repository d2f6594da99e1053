package stratum.lifecycle.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the bank says about a customer, as far as the lifecycle needs it. Amounts are minor units of base currency. */
public sealed interface Fact {

    /** When it happened. */
    Instant at();

    /** The business date on which it happened. */
    LocalDate date();

    /** The customer file was written, with the date of birth where it is known. */
    record Profiled(Instant at, LocalDate date, @Nullable LocalDate birth) implements Fact {}

    /**
     * A product was opened, valued or closed.
     *
     * @param id the event id; it tells of two facts of the same moment which is the later
     * @param value its value; none where not said or in another currency
     * @param matures when it matures; none where not said
     */
    record HoldingChanged(
            String id,
            Instant at,
            LocalDate date,
            String account,
            Family family,
            Status status,
            @Nullable Long value,
            @Nullable LocalDate matures)
            implements Fact {}

    /** What happened to a holding. The order is part of the kept bytes. */
    enum Status {
        OPENED,
        VALUED,
        CLOSED
    }

    /**
     * Money moved on an account.
     *
     * @param id the event id; it tells of two facts of the same moment which is the later
     * @param balance the account's balance afterwards; none where not said or in another currency
     * @param booking how it counts
     */
    record Transaction(
            String id,
            Instant at,
            LocalDate date,
            String account,
            Family family,
            @Nullable Long balance,
            Booking booking)
            implements Fact {}

    /**
     * How a transaction counts. A reversal counts as less on the day of what it takes back.
     *
     * @param date the day on which it counts
     * @param sign 1, or -1 for a reversal
     * @param byCustomer whether the customer caused it; of a reversal, whether the customer caused what it takes back
     * @param credit whether money came in; of a reversal, whether it came in by what it takes back
     * @param kind what it is for
     * @param amount the amount in the base currency; 0 where there is no rate for it
     */
    record Booking(LocalDate date, int sign, boolean byCustomer, boolean credit, Kind kind, long amount) {}

    /** What a transaction is for, as far as it matters here. */
    enum Kind {
        INCOME,
        STANDING_ORDER,
        TO_OTHER_BANK,
        OTHER
    }

    /** A contact between customer and bank; a score goes with a survey only. */
    record Contact(
            Instant at,
            LocalDate date,
            Occasion occasion,
            @Nullable Integer score) implements Fact {}

    /** What kind of contact, as far as it matters here. */
    enum Occasion {
        BY_CUSTOMER,
        BY_BANK,
        SURVEY,
        COMPLAINT_OVERDUE,
        COMPLAINT_RESOLVED
    }
}
