package stratum.benchmarks.facts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;
import stratum.schemas.EventSerde;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/** Writes facts into the bank's topics, and ticks whose heads say which facts belong before them. */
public final class Log implements AutoCloseable {

    /** The business dates on which a history happens; few enough that most customers act more than once. */
    public static final int DAYS = 30;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Producer<String, SpecificRecord> producer;
    private final int partitions;
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    /** A log at these addresses; a record waits up to {@code linger} for others to be sent with. */
    public Log(String bootstrapServers, String registryUrl, Duration linger) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        (int) linger.toMillis(),
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                EventSerde.of(registryUrl).serializer());
        partitions = producer.partitionsFor(Topics.CLOCK).size();
    }

    /** Writes a history in which each day has as many facts as any other, and a tick at its end; tells the last tick. */
    public Instant write(SkewedFacts facts, long count) {
        Instant end = Instant.MIN;
        for (int day = 0; day < DAYS; day++) {
            Instant begin = FIRST_DAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
            long before = count * day / DAYS;
            long today = count * (day + 1) / DAYS - before;
            long apart = Duration.ofHours(23).toNanos() / Math.max(1, today);
            for (long fact = 0; fact < today; fact++) {
                send(facts.next(begin.plusNanos(fact * apart)));
            }
            end = begin.plus(Duration.ofDays(1)).minusMillis(1);
            producer.flush();
            tick(end);
        }
        producer.flush();
        requireAccepted();
        return end;
    }

    /** Sends a fact; it belongs before the next tick once the broker has it. */
    public void send(SpecificRecord fact) {
        Instant at = requireNonNull(FactRules.occurredAt(fact));
        producer.send(
                new ProducerRecord<>(Topics.of(fact).name(), null, at.toEpochMilli(), FactRules.customerOf(fact), fact),
                this::acknowledged);
    }

    private void acknowledged(RecordMetadata fact, @Nullable Exception failure) {
        if (failure == null) {
            ends.merge(new TopicPartition(fact.topic(), fact.partition()), fact.offset() + 1, Math::max);
        } else {
            refused.compareAndSet(null, failure);
        }
    }

    /** Ticks in every partition, after all facts that the broker has acknowledged. */
    public void tick(Instant time) {
        for (int partition = 0; partition < partitions; partition++) {
            ClockTicked tick = new ClockTicked(time, heads(partition));
            producer.send(
                    new ProducerRecord<>(Topics.CLOCK, partition, time.toEpochMilli(), "clock:" + partition, tick));
        }
    }

    private List<TopicHead> heads(int partition) {
        return Topics.facts().stream()
                .map(topic ->
                        new TopicHead(topic, partition, ends.getOrDefault(new TopicPartition(topic, partition), 0L)))
                .toList();
    }

    private void requireAccepted() {
        Exception failure = refused.get();
        if (failure != null) {
            throw new IllegalStateException("The broker did not take a fact", failure);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
