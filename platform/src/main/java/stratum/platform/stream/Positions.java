package stratum.platform.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream thread's consumer has read. Offsets of processed records do not tell: the end of a partition may be
 * a transaction marker or a compacted record, which no processor ever sees.
 */
final class Positions {

    private static final ThreadLocal<@Nullable Positions> OF_THIS_THREAD = new ThreadLocal<>();

    private final TrackingConsumer consumer;
    private final Map<TopicPartition, Long> delivered = new HashMap<>();

    Positions(TrackingConsumer consumer) {
        this.consumer = consumer;
    }

    /** Notes what a poll returned. Called on the stream thread. */
    void polled(ConsumerRecords<byte[], byte[]> records) {
        OF_THIS_THREAD.set(this);
        for (TopicPartition partition : records.partitions()) {
            long last = -1;
            for (ConsumerRecord<byte[], byte[]> one : records.records(partition)) {
                last = one.offset();
            }
            delivered.put(partition, last);
        }
    }

    /**
     * Whether every record of the partition below the end offset has been worked through.
     *
     * @param processed offset of the last record worked through, by this task or those before it; -1 for none
     */
    static boolean reached(TopicPartition partition, long endOffset, long processed) {
        if (processed >= endOffset - 1) {
            return true;
        }
        Positions positions = OF_THIS_THREAD.get();
        return positions != null && positions.beyond(partition, endOffset, processed);
    }

    private boolean beyond(TopicPartition partition, long endOffset, long processed) {
        return delivered.getOrDefault(partition, -1L) <= processed && consumer.position(partition) >= endOffset;
    }
}
