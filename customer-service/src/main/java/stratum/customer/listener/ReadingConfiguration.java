package stratum.customer.listener;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the log is read: raw, so that a broken record is in hand whole, and in large batches. */
@Configuration(proxyBeanMethods = false)
@EnableKafka
class ReadingConfiguration {

    private static final int FETCH_MIN_BYTES = 64 * 1024;
    private static final int FETCH_MAX_WAIT_MS = 100;
    private static final int PARTITION_FETCH_BYTES = 2 * 1024 * 1024;

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> rawBatches(
            ConsumerFactory<?, ?> configured, ReadingSettings settings) {
        ConcurrentKafkaListenerContainerFactory<byte[], byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(consumer(configured, settings)));
        factory.setConcurrency(settings.threads());
        factory.setBatchListener(true);
        factory.setCommonErrorHandler(untilItWorks());
        // Offsets are committed after the batch has been booked, and only then.
        factory.getContainerProperties().setAckMode(AckMode.BATCH);
        return factory;
    }

    private static Map<String, Object> consumer(ConsumerFactory<?, ?> configured, ReadingSettings settings) {
        Map<String, Object> consumer = new HashMap<>(configured.getConfigurationProperties());
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        consumer.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES);
        consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        // Gives a partition's number to the same reader in every topic: one customer, one reader, no waiting for locks.
        consumer.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return consumer;
    }

    /** What fails here is the world and not the record: broken records are told apart before. */
    private static DefaultErrorHandler untilItWorks() {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(30_000);
        return new DefaultErrorHandler(backOff);
    }
}
