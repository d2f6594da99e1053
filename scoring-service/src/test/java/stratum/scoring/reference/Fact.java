package stratum.scoring.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.InteractionRecorded;
import stratum.events.TransactionPosted;

/** A fact with its business date, whatever kind it is. */
record Fact(String customerId, String eventId, Instant occurredAt, LocalDate date, SpecificRecord body) {

    /** The order in which the facts of one customer are worked through; also says which of two balances is the latest. */
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
        return new Fact(customerId, eventId, occurredAt, bank.dateOf(occurredAt), body);
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
