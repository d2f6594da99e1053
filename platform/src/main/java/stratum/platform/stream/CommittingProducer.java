package stratum.platform.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A stream thread's producer, which saves the thread's stores with every commit. */
final class CommittingProducer extends KafkaProducer<byte[], byte[]> {

    private final Changelog changelog;

    CommittingProducer(Map<String, Object> config, Changelog changelog) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.changelog = changelog;
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
        changelog.save(this);
        super.sendOffsetsToTransaction(offsets, groupMetadata);
    }
}
