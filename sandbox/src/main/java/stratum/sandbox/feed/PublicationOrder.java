package stratum.sandbox.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.TransactionPosted;
import stratum.schemas.FactRules;

/**
 * The order in which a day's facts are published: by event time, then who the customer is, then what she holds, then
 * what she pays, then how she was in touch, then by id.
 */
public final class PublicationOrder implements Comparator<SpecificRecord> {

    public static final PublicationOrder INSTANCE = new PublicationOrder();

    private static final Comparator<SpecificRecord> ORDER = Comparator.comparing(PublicationOrder::occurredAt)
            .thenComparing(PublicationOrder::rank)
            .thenComparing(fact -> Objects.requireNonNullElse(FactRules.eventIdOf(fact), ""));

    private PublicationOrder() {}

    @Override
    public int compare(SpecificRecord one, SpecificRecord other) {
        return ORDER.compare(one, other);
    }

    private static Instant occurredAt(SpecificRecord fact) {
        // By far the most of them, asked a million times.
        if (fact instanceof TransactionPosted transaction) {
            return transaction.getOccurredAt();
        }
        return Objects.requireNonNull(FactRules.occurredAt(fact), "a fact has its time");
    }

    private static int rank(SpecificRecord fact) {
        if (fact instanceof CustomerProfiled) {
            return 0;
        }
        if (fact instanceof HoldingChanged) {
            return 1;
        }
        return fact instanceof TransactionPosted ? 2 : 3;
    }
}
