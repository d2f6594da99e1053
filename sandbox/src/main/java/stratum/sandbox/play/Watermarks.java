package stratum.sandbox.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import stratum.events.ClockTicked;
import stratum.schemas.Topics;

/** How far scoring and lifecycle have come, by the ticks they pass on, read as everyone else may read them. */
final class Watermarks implements AutoCloseable {

    /** The topic whose ticks say how far a service is. */
    static final Map<String, String> SERVICES =
            Map.of(Topics.TIER_SIGNALS, "scoring-service", Topics.TRANSITIONS, "lifecycle-service");

    private static final String TICK = "clock:";

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<SpecificRecord> events;
    private final Map<TopicPartition, Passed> passed = new HashMap<>();

    Watermarks(Clients clients) {
        consumer = clients.consumer();
        events = clients.events();
        List<TopicPartition> all = new ArrayList<>();
        SERVICES.keySet().forEach(topic -> all.addAll(Clients.partitions(consumer, topic)));
        all.forEach(partition -> passed.put(partition, Passed.NOTHING));
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Takes in what has become readable; true where a watermark moved. */
    boolean read(Duration wait) {
        boolean moved = false;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
            moved |= record.key() != null && record.key().startsWith(TICK) && tick(record);
        }
        return moved;
    }

    private boolean tick(ConsumerRecord<String, byte[]> record) {
        if (!(events.deserialize(record.topic(), record.value()) instanceof ClockTicked tick)) {
            return false;
        }
        passed.put(
                new TopicPartition(record.topic(), record.partition()),
                new Passed(tick.getBusinessTime(), Totals.in(record.headers())));
        return true;
    }

    /** Business time that both services have worked through in every partition. */
    Instant slowest() {
        return passed.values().stream()
                .map(Passed::tick)
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** The service that is furthest behind. */
    String slowestService() {
        return passed.entrySet().stream()
                .min(java.util.Comparator.comparing(entry -> entry.getValue().tick()))
                .map(entry -> SERVICES.getOrDefault(entry.getKey().topic(), "unknown"))
                .orElse("unknown");
    }

    /** What the service has worked through in all partitions together. */
    Totals totals(String topic) {
        return passed.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .map(entry -> entry.getValue().totals())
                .reduce(Totals.NONE, Totals::plus);
    }

    @Override
    public void close() {
        consumer.close();
        events.close();
    }

    private record Passed(Instant tick, Totals totals) {

        static final Passed NOTHING = new Passed(Instant.MIN, Totals.NONE);
    }
}
