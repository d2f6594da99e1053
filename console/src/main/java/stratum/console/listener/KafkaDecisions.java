package stratum.console.listener;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.console.domain.Heard;
import stratum.console.usecase.Decisions;
import stratum.events.ClockTicked;
import stratum.schemas.RegistryUnavailable;
import stratum.schemas.Topics;
import stratum.schemas.UnreadableRecord;

/**
 * Reads decisions, ticks and dead letters from a bounded number of records before the end on, for as long as the console
 * runs. Whatever the broker or the registry does, it tries again.
 */
final class KafkaDecisions implements Decisions, Runnable {

    private static final Logger log = LoggerFactory.getLogger(KafkaDecisions.class);

    /** Read back per partition at the start: enough to show the newest among the ticks between them. */
    static final long BACK = 5_000;

    private static final long CLOCK_BACK = 20;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final long LOOK_FOR_TOPICS_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final List<String> TOPICS = List.of(
            Topics.CLOCK,
            Topics.TIER_SIGNALS,
            Topics.TRANSITIONS,
            Topics.OFFERS,
            Topics.DECISIONS,
            Topics.CUSTOMER_DEAD_LETTERS,
            Topics.SCORING_DEAD_LETTERS,
            Topics.LIFECYCLE_DEAD_LETTERS,
            Topics.CAMPAIGN_DEAD_LETTERS);

    private final Supplier<Consumer<byte[], byte[]>> connect;
    private final Supplier<Deserializer<SpecificRecord>> events;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Memory memory = new Memory();

    KafkaDecisions(Supplier<Consumer<byte[], byte[]>> connect, Supplier<Deserializer<SpecificRecord>> events) {
        this.connect = connect;
        this.events = events;
    }

    @Override
    public Heard heard() {
        return memory.heard();
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try {
                read();
            } catch (InterruptException | WakeupException e) {
                return;
            } catch (KafkaException e) {
                log.warn("Reading decisions failed, starting anew: {}", e.toString());
                pause();
            }
        }
    }

    void start() {
        Thread thread = new Thread(this, "reading-decisions");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopped.countDown();
    }

    private void read() {
        Memory fresh = new Memory();
        try (Consumer<byte[], byte[]> consumer = connect.get()) {
            Reader reader = new Reader(consumer, fresh);
            reader.lookForTopics();
            memory = fresh;
            while (!isStopped()) {
                reader.step();
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            boolean over = stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            log.debug("paused, stopped: {}", over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** One connection: which partitions it has, and where they ended when it saw them first. */
    private final class Reader {

        private final Consumer<byte[], byte[]> consumer;
        private final Memory into;
        private final Set<TopicPartition> assigned = new HashSet<>();
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private long looked;

        Reader(Consumer<byte[], byte[]> consumer, Memory into) {
            this.consumer = consumer;
            this.into = into;
        }

        void step() {
            if (topics().size() < TOPICS.size() && System.nanoTime() - looked > LOOK_FOR_TOPICS_NANOS) {
                lookForTopics();
            }
            if (assigned.isEmpty()) {
                pause();
                return;
            }
            take(consumer.poll(POLL));
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ends.isEmpty()) {
                into.caughtUp();
            }
        }

        void lookForTopics() {
            looked = System.nanoTime();
            Map<String, List<PartitionInfo>> all = consumer.listTopics();
            Set<TopicPartition> added = TOPICS.stream()
                    .flatMap(topic -> all.getOrDefault(topic, List.of()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .filter(partition -> !assigned.contains(partition))
                    .collect(Collectors.toSet());
            if (!added.isEmpty()) {
                assigned.addAll(added);
                consumer.assign(assigned);
                seek(added);
            }
        }

        private void seek(Set<TopicPartition> added) {
            Map<TopicPartition, Long> first = consumer.beginningOffsets(added);
            Map<TopicPartition, Long> last = consumer.endOffsets(added);
            boolean complete = true;
            for (TopicPartition partition : added) {
                long begin = first.getOrDefault(partition, 0L);
                long end = last.getOrDefault(partition, 0L);
                boolean clock = partition.topic().equals(Topics.CLOCK);
                long from = Math.max(begin, end - (clock ? CLOCK_BACK : BACK));
                consumer.seek(partition, from);
                ends.put(partition, end);
                complete &= clock || from == 0;
            }
            into.partitions(counts(), complete);
        }

        private Set<String> topics() {
            return assigned.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        }

        private Map<String, Integer> counts() {
            return assigned.stream()
                    .collect(Collectors.groupingBy(TopicPartition::topic, Collectors.summingInt(p -> 1)));
        }

        /** All records are decoded before any is told, so that a registry that is away makes none count twice. */
        private void take(ConsumerRecords<byte[], byte[]> records) {
            try {
                StreamSupport.stream(records.spliterator(), false)
                        .map(record -> new Decoded(record, decode(record)))
                        .sorted(Comparator.comparingLong(
                                decoded -> decoded.record().timestamp()))
                        .toList()
                        .forEach(this::tell);
            } catch (RegistryUnavailable e) {
                log.debug("registry unavailable, reading these records again", e);
                records.partitions()
                        .forEach(partition -> consumer.seek(
                                partition, records.records(partition).get(0).offset()));
                pause();
            }
        }

        private void tell(Decoded decoded) {
            ConsumerRecord<byte[], byte[]> record = decoded.record();
            if (isDeadLetter(record)) {
                into.bury(record);
            } else if (decoded.event() instanceof ClockTicked tick) {
                into.tick(record, tick);
            } else if (decoded.event() != null) {
                Telling.of(decoded.event()).ifPresent(news -> into.tell(record.topic(), news));
            }
        }

        private @Nullable SpecificRecord decode(ConsumerRecord<byte[], byte[]> record) {
            if (isDeadLetter(record) || record.value() == null) {
                return null;
            }
            try {
                return events.get().deserialize(record.topic(), record.value());
            } catch (UnreadableRecord e) {
                log.warn(
                        "Not shown: {}-{} at {}: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
                return null;
            }
        }

        private static boolean isDeadLetter(ConsumerRecord<byte[], byte[]> record) {
            return Topics.named(record.topic()).carriesRawRecords();
        }
    }

    private record Decoded(
            ConsumerRecord<byte[], byte[]> record, @Nullable SpecificRecord event) {}
}
