package stratum.customer.listener;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import stratum.customer.store.Changes;
import stratum.customer.store.Dossiers;
import stratum.schemas.EventSerde;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/**
 * Reads every customer-keyed topic into the dossiers: a batch is booked in one transaction, then its dead letters are
 * sent, then its offsets committed. Whatever breaks in between, the batch is read again, and booking it twice is booking
 * it once.
 */
@Component
final class LogReader {

    static final String ID = "dossiers";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Intake intake;
    private final Dossiers dossiers;
    private final Ticks ticks;
    private final DeadLetters deadLetters;
    private final Counter booked;

    LogReader(
            EventSerde events,
            Clock clock,
            Dossiers dossiers,
            Ticks ticks,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.ticks = ticks;
        this.intake = new Intake(events.deserializer(), clock);
        this.dossiers = dossiers;
        this.deadLetters = deadLetters;
        this.booked = meters.counter("stratum.booked");
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            containerFactory = "rawBatches",
            topics = {
                Topics.TRANSACTIONS,
                Topics.INTERACTIONS,
                Topics.HOLDINGS,
                Topics.CUSTOMERS,
                Topics.SCORES,
                Topics.TIER_SIGNALS,
                Topics.STAGES,
                Topics.TRANSITIONS,
                Topics.MILESTONES,
                Topics.OFFERS,
                Topics.OUTCOMES,
                Topics.DECISIONS
            })
    void read(List<ConsumerRecord<byte[], byte[]>> batch, Consumer<?, ?> log) {
        Intake.Sorted sorted = intake.sort(batch);
        List<Refused> refused = new ArrayList<>(sorted.refused());
        book(sorted.arrived(), refused);
        ticks.book(sorted.ticks(), log);
        deadLetters.send(refused);
    }

    /** A record that the database will not have is found by halves, so that it holds up no other. */
    private void book(List<Arrived> arrived, List<Refused> refused) {
        Changes changes = Bookkeeping.changes(arrived);
        if (changes.isEmpty()) {
            return;
        }
        try {
            dossiers.book(changes).block(PATIENCE);
            booked.increment(arrived.size());
        } catch (RuntimeException e) {
            String state = sqlState(e);
            if (state == null || !(state.startsWith("22") || state.startsWith("23"))) {
                throw e;
            }
            divide(arrived, refused, state);
        }
    }

    private void divide(List<Arrived> arrived, List<Refused> refused, String state) {
        if (arrived.size() == 1) {
            String detail = "The database refuses a value in it (SQL state %s).".formatted(state);
            refused.add(new Refused(arrived.get(0).raw(), FactRules.INVALID, detail));
            return;
        }
        int middle = arrived.size() / 2;
        book(arrived.subList(0, middle), refused);
        book(arrived.subList(middle, arrived.size()), refused);
    }

    /** Class 22 is bad data, class 23 a broken constraint: the value is at fault, and trying again is of no use. */
    private static @Nullable String sqlState(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof R2dbcException database) {
                return database.getSqlState();
            }
        }
        return null;
    }
}
