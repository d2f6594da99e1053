package stratum.platform.stream;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that lets the stream thread ask how far it has read; see {@link Positions}. */
final class TrackingConsumer extends KafkaConsumer<byte[], byte[]> {

    private final Positions positions = new Positions(this);

    TrackingConsumer(Map<String, Object> config) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        positions.polled(records);
        return records;
    }
}
