package stratum.platform.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** How decisions run on Kafka Streams, in a service or in a program of its own. */
public final class DecisionStreams {

    private static final int LARGEST_REQUEST = 5 * 1024 * 1024;

    private DecisionStreams() {}

    /**
     * Decisions ready to be started.
     *
     * @param own settings of Kafka Streams on top of what every service has; its brokers and its state directory at least
     */
    public static KafkaStreams of(DecisionTopology<?> decisions, Map<String, Object> own) {
        Map<String, Object> config = settings(decisions);
        config.putAll(own);
        Topology topology = new Topology();
        decisions.addTo(topology);
        return new KafkaStreams(topology, new StreamsConfig(config), new TrackingClients(decisions));
    }

    /** What does not depend on where the decisions run. */
    static Map<String, Object> settings(DecisionTopology<?> decisions) {
        Map<String, Object> config = new HashMap<>();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, decisions.service());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, decisions.deadLetters());
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        config.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        // A killed instance is missed after this, and its partitions go to the others.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        // What a killed instance had begun to write keeps readers waiting for as long as this.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Each batch gets a compressor of its own, which costs as much as thirty records.
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        return config;
    }
}
