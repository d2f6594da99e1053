package stratum.platform.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;
import stratum.schemas.FactRules;

/**
 * A fact that has arrived and waits for the tick that closes its slice.
 *
 * @param waits where and how it came
 * @param fact what it says
 * @param id its id, by which a repeat is known; none for what a service says, which never comes twice
 * @param occurredAt its event time
 */
record Arrival(Waits waits, SpecificRecord fact, String id, Instant occurredAt) {

    private static final String NO_ID = "";

    /** The order in which the facts of one customer are worked through. */
    static final Comparator<Arrival> ORDER = Comparator.comparing(Arrival::occurredAt)
            .thenComparing(arrival -> arrival.waits().input())
            .thenComparing(Arrival::id)
            .thenComparing(arrival -> arrival.waits().offset());

    static Arrival ofBank(Waits waits, SpecificRecord fact) {
        return new Arrival(waits, fact, requireNonNull(FactRules.eventIdOf(fact)), timeOf(fact));
    }

    static Arrival ofService(Waits waits, SpecificRecord fact) {
        return new Arrival(waits, fact, NO_ID, timeOf(fact));
    }

    private static Instant timeOf(SpecificRecord fact) {
        return requireNonNull(FactRules.occurredAt(fact));
    }

    boolean hasId() {
        return !id.equals(NO_ID);
    }
}
