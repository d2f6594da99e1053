package stratum.platform.stream;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Keys of ticks, which name their partition: no customer id has a colon. */
final class TickKeys {

    private static final String PREFIX = "clock:";

    private TickKeys() {}

    static String of(int partition) {
        return PREFIX + partition;
    }

    /** Sends a tick into the partition its key names, and all else where its key belongs. */
    static StreamPartitioner<String, Object> partitioner() {
        return (topic, key, value, partitions) -> key != null && key.startsWith(PREFIX)
                ? Optional.of(Set.of(Integer.parseInt(key.substring(PREFIX.length()))))
                : Optional.empty();
    }
}
