package stratum.scoring.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.InteractionRecorded;
import stratum.events.TransactionPosted;

/**
 * A fact with its business date, whatever kind it is.
 *
 * @param reachesItsOriginal of a reversal, whether what it takes back was recent enough when it was booked
 */
record Fact(
        String customerId,
        String eventId,
        Instant occurredAt,
        LocalDate date,
        SpecificRecord body,
        boolean reachesItsOriginal) {

    /** So many days before the as-of date, and no more, may lie what is booked or taken back. */
    static final int OLDEST_BOOKED = 400;

    /** The order in which the facts of one customer are worked through. */
    static final Comparator<Fact> WORKING_ORDER =
            Comparator.comparing(Fact::occurredAt).thenComparing(Fact::rank).thenComparing(Fact::eventId);

    static Fact of(SpecificRecord body, Bank bank) {
        if (body instanceof CustomerProfiled profile) {
            return of(profile.getCustomerId(), profile.getEventId(), profile.getOccurredAt(), body, bank);
        }
        if (body instanceof HoldingChanged holding) {
            return of(holding.getCustomerId(), holding.getEventId(), holding.getOccurredAt(), body, bank);
        }
        if (body instanceof TransactionPosted transaction) {
            return of(transaction.getCustomerId(), transaction.getEventId(), transaction.getOccurredAt(), body, bank);
        }
        if (body instanceof InteractionRecorded interaction) {
            return of(interaction.getCustomerId(), interaction.getEventId(), interaction.getOccurredAt(), body, bank);
        }
        throw new IllegalArgumentException(
                "Scoring reads no " + body.getSchema().getName());
    }

    private static Fact of(String customerId, String eventId, Instant occurredAt, SpecificRecord body, Bank bank) {
        return new Fact(customerId, eventId, occurredAt, bank.dateOf(occurredAt), body, true);
    }

    /** The same fact as it is known when it comes on a date. */
    Fact bookedAsOf(LocalDate asOf, Bank bank) {
        boolean reaches = ChronoUnit.DAYS.between(bookedOn(bank), asOf) <= OLDEST_BOOKED;
        return new Fact(customerId, eventId, occurredAt, date, body, reaches);
    }

    /** A reversal is booked on the day of what it takes back, anything else on its own. */
    LocalDate bookedOn(Bank bank) {
        return body instanceof TransactionPosted transaction && transaction.getReverses() != null
                ? bank.dateOf(transaction.getReverses().getOccurredAt())
                : date;
    }

    private int rank() {
        if (body instanceof CustomerProfiled) {
            return 0;
        }
        if (body instanceof HoldingChanged) {
            return 1;
        }
        return body instanceof TransactionPosted ? 2 : 3;
    }
}
