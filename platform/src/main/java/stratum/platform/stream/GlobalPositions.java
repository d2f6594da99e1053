package stratum.platform.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** How far the global consumer has read and its records have been worked through: the end of a topic may be no record. */
final class GlobalPositions {

    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    void reached(TopicPartition partition, long position) {
        positions.put(partition, position);
    }

    long of(TopicPartition partition) {
        return positions.getOrDefault(partition, 0L);
    }
}
