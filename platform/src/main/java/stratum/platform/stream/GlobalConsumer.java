package stratum.platform.stream;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The global thread's consumer. When it is polled, all that it delivered before has been worked through. */
final class GlobalConsumer extends KafkaConsumer<byte[], byte[]> {

    private final GlobalPositions positions;

    GlobalConsumer(Map<String, Object> config, GlobalPositions positions) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.positions = positions;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        assignment().forEach(partition -> positions.reached(partition, position(partition)));
        return super.poll(timeout);
    }
}
