package stratum.sandbox.play;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import stratum.schemas.Topics;

/** How far business time has come. */
public final class LastTick {

    private LastTick() {}

    /** The last tick of the clock, which is its record's time; none before the first. */
    public static Optional<Instant> in(Addresses addresses) {
        try (Consumer<String, byte[]> consumer = addresses.clients().consumer()) {
            List<TopicPartition> partitions = Clients.partitions(consumer, Topics.CLOCK);
            Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
            left.values().removeIf(end -> end == 0);
            consumer.assign(left.keySet());
            left.forEach((partition, end) -> consumer.seek(partition, end - 1));
            Instant last = Instant.MIN;
            while (!left.isEmpty()) {
                for (ConsumerRecord<String, byte[]> tick : consumer.poll(Duration.ofMillis(100))) {
                    Instant time = Instant.ofEpochMilli(tick.timestamp());
                    last = time.isAfter(last) ? time : last;
                }
                left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            return last.equals(Instant.MIN) ? Optional.empty() : Optional.of(last);
        }
    }
}
