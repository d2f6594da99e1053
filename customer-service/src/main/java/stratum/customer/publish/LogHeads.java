package stratum.customer.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;
import stratum.schemas.Topics;

/** How far the log has been written, and where the clock stood last. Used by one thread. */
final class LogHeads {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The last record may be followed by the marks of a transaction, which count as offsets too. */
    private static final int LOOK_BACK = 8;

    private final Consumer<?, SpecificRecord> consumer;

    LogHeads(Consumer<?, SpecificRecord> consumer) {
        this.consumer = consumer;
    }

    /**
     * How many partitions the clock has.
     *
     * @throws IllegalStateException where a topic that it counts has another number: its facts would get no tick
     */
    int partitions() {
        int partitions = partitionsOf(Topics.CLOCK);
        for (String topic : Topics.sliced()) {
            if (partitionsOf(topic) != partitions) {
                throw new IllegalStateException("%s has %d partitions and %s has %d; they must be alike"
                        .formatted(topic, partitionsOf(topic), Topics.CLOCK, partitions));
            }
        }
        return partitions;
    }

    private int partitionsOf(String topic) {
        int partitions = consumer.partitionsFor(topic, PATIENCE).size();
        if (partitions == 0) {
            throw new IllegalStateException("There is no topic " + topic);
        }
        return partitions;
    }

    /** For each partition, the end of every topic that a tick counts, in one question to the broker. */
    List<List<TopicHead>> read(int partitions) {
        List<TopicPartition> all = Stream.concat(
                        Topics.sliced().stream().flatMap(topic -> partitionsOf(topic, partitions).stream()),
                        Topics.decidedBy().stream().map(topic -> new TopicPartition(topic, 0)))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        return IntStream.range(0, partitions)
                .mapToObj(partition -> heads(partition, ends))
                .toList();
    }

    private static List<TopicHead> heads(int partition, Map<TopicPartition, Long> ends) {
        return Stream.concat(
                        Topics.sliced().stream().map(topic -> new TopicPartition(topic, partition)),
                        Topics.decidedBy().stream().map(topic -> new TopicPartition(topic, 0)))
                .map(each -> new TopicHead(each.topic(), each.partition(), offset(ends, each)))
                .toList();
    }

    /** The latest tick in the log, of any partition. */
    Optional<Instant> lastTick(int partitions) {
        List<TopicPartition> clock = partitionsOf(Topics.CLOCK, partitions);
        consumer.assign(clock);
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(clock, PATIENCE);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(clock, PATIENCE);
            clock.forEach(each -> consumer.seek(each, Math.max(offset(starts, each), offset(ends, each) - LOOK_BACK)));
            return latest(readTo(ends));
        } finally {
            consumer.unsubscribe();
        }
    }

    private Collection<SpecificRecord> readTo(Map<TopicPartition, Long> ends) {
        List<SpecificRecord> read = new ArrayList<>();
        Predicate<TopicPartition> behind = each -> consumer.position(each, PATIENCE) < offset(ends, each);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.assignment().stream().anyMatch(behind)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The end of %s cannot be read".formatted(Topics.CLOCK));
            }
            for (ConsumerRecord<?, SpecificRecord> each : consumer.poll(Duration.ofMillis(200))) {
                read.add(each.value());
            }
        }
        return read;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition of) {
        return Objects.requireNonNull(offsets.get(of), () -> "The broker left out " + of);
    }

    private static Optional<Instant> latest(Collection<SpecificRecord> records) {
        return records.stream()
                .filter(ClockTicked.class::isInstance)
                .map(record -> ((ClockTicked) record).getBusinessTime())
                .max(Comparator.naturalOrder());
    }

    private static List<TopicPartition> partitionsOf(String topic, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }
}
