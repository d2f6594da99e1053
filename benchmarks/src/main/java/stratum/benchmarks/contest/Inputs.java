package stratum.benchmarks.contest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import stratum.platform.stream.Input;
import stratum.schemas.Topics;
import stratum.scoring.stream.ScoringStream;

/** The topics keyed by customer that scoring reads, and lifecycle too, as a plain consumer sees them. */
final class Inputs {

    static final List<String> TOPICS = ScoringStream.INPUTS.stream()
            .map(Input::topic)
            .filter(topic -> !Topics.decidedBy().contains(topic))
            .toList();

    private Inputs() {}

    /** A consumer of all partitions from their beginning, with the settings that the services' consumers have. */
    static Consumer<String, byte[]> consumer(Course course) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, course.bootstrapServers());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, course.application());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(course));
        return consumer;
    }

    private static List<TopicPartition> partitions(Course course) {
        return TOPICS.stream()
                .flatMap(topic -> IntStream.range(0, course.partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }

    static Admin admin(Course course) {
        return Admin.create(Map.of("bootstrap.servers", course.bootstrapServers()));
    }
}
