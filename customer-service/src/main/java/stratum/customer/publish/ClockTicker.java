package stratum.customer.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import stratum.customer.domain.BusinessTime;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;
import stratum.schemas.Topics;

/**
 * Runs the bank's clock: publishes the business time into every partition, with how far the facts had been written by
 * then. Where leadership is lost in the middle of a tick two instances may tick for a moment; readers ignore the older.
 */
final class ClockTicker {

    private static final Logger LOG = LoggerFactory.getLogger(ClockTicker.class);
    private static final int PATIENCE_SECONDS = 60;

    private final BooleanSupplier leads;
    private final LogHeads heads;
    private final KafkaTemplate<String, SpecificRecord> kafka;
    private final Clock clock;
    private @Nullable Position position;

    ClockTicker(BooleanSupplier leads, LogHeads heads, KafkaTemplate<String, SpecificRecord> kafka, Clock clock) {
        this.leads = leads;
        this.heads = heads;
        this.kafka = kafka;
        this.clock = clock;
    }

    /** Where the clock stands, as far as its leader knows. */
    private record Position(int partitions, @Nullable Instant last) {}

    /** Publishes one tick, if this instance runs the clock, and waits until the log has it. */
    void tick() {
        if (!leads.getAsBoolean()) {
            position = null;
            return;
        }
        Position at = position == null ? takeOver() : position;
        Instant time = BusinessTime.next(clock.instant(), at.last());
        // Before it is sent: a tick that fails half-way is never given a second meaning.
        position = new Position(at.partitions(), time);
        publish(time, heads.read(at.partitions()));
    }

    private Position takeOver() {
        int partitions = heads.partitions();
        Instant last = heads.lastTick(partitions).orElse(null);
        LOG.info("This instance runs the clock; the last tick was {}", last == null ? "never" : last);
        return new Position(partitions, last);
    }

    private void publish(Instant time, List<List<TopicHead>> headsByPartition) {
        List<CompletableFuture<SendResult<String, SpecificRecord>>> sent = IntStream.range(0, headsByPartition.size())
                .mapToObj(partition -> kafka.send(tickOf(partition, time, headsByPartition.get(partition))))
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static ProducerRecord<String, SpecificRecord> tickOf(int partition, Instant time, List<TopicHead> heads) {
        return new ProducerRecord<>(
                Topics.CLOCK, partition, time.toEpochMilli(), "clock:" + partition, new ClockTicked(time, heads));
    }
}
