package stratum.platform.stream;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * What a reference topic says, by offset, so that every partition can go by what stood there before a tick, no more and no
 * less. Filled by Kafka Streams' global thread, before any customer is decided on and from then on.
 */
final class ReferenceStore implements StateStore {

    private final String topic;
    private final GlobalPositions positions;
    private final NavigableMap<Long, SpecificRecord> records = new ConcurrentSkipListMap<>();
    private volatile boolean isOpen;

    ReferenceStore(String topic, GlobalPositions positions) {
        this.topic = topic;
        this.positions = positions;
    }

    static String nameOf(String topic) {
        return "reference-" + topic;
    }

    @Override
    public String name() {
        return nameOf(topic);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        isOpen = true;
        // Kafka Streams fills it again through its processor.
        context.register(root, (key, value) -> {});
    }

    void add(long offset, SpecificRecord record) {
        records.put(offset, record);
    }

    /** Whether all that stands before the end offset has been read. */
    boolean hasReached(long endOffset) {
        return endOffset == 0
                || (!records.isEmpty() && records.lastKey() >= endOffset - 1)
                || positions.of(new TopicPartition(topic, 0)) >= endOffset;
    }

    /** What stands before the end offset, in the order of the log. */
    List<SpecificRecord> before(long endOffset) {
        return List.copyOf(records.headMap(endOffset).values());
    }

    /** Offset after the last record read so far. */
    long end() {
        return records.isEmpty() ? 0 : records.lastKey() + 1;
    }

    @Override
    public void flush() {
        // Everything is in memory.
    }

    @Override
    public void close() {
        isOpen = false;
        records.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    /** Builds the one store of a topic that all partitions of an instance share. */
    record Builder(String topic, GlobalPositions positions) implements StoreBuilder<ReferenceStore> {

        @Override
        public ReferenceStore build() {
            return new ReferenceStore(topic, positions);
        }

        @Override
        public String name() {
            return nameOf(topic);
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public StoreBuilder<ReferenceStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<ReferenceStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<ReferenceStore> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("The topic itself is the log");
        }

        @Override
        public StoreBuilder<ReferenceStore> withLoggingDisabled() {
            return this;
        }
    }
}
