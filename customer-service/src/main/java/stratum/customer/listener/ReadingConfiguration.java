package stratum.customer.listener;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the log is read: raw, so that a broken record is in hand whole, and in large batches. */
@Configuration(proxyBeanMethods = false)
@EnableKafka
class ReadingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingConfiguration.class);
    private static final int FETCH_MIN_BYTES = 64 * 1024;
    private static final int FETCH_MAX_WAIT_MS = 100;
    /** What a reader holds unread at most; records in hand take several times as much. */
    private static final int FETCH_MAX_BYTES = 16 * 1024 * 1024;

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
        consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_MAX_BYTES);
        // Gives a partition's number to the same reader in every topic: one customer, one reader, no waiting for locks.
        consumer.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return consumer;
    }

    /** What fails here is the world and not the record: broken records are told apart before. */
    private static DefaultErrorHandler untilItWorks() {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(30_000);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        handler.setRetryListeners(new LoudRetries());
        return handler;
    }

    /** Spring retries a batch without a word; operations should hear of each time. */
    private static final class LoudRetries implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception e, int attempt) {
            LOG.error("Reading {}-{} failed and is tried again", record.topic(), record.partition(), e);
        }

        @Override
        public void failedDelivery(ConsumerRecords<?, ?> records, Exception e, int attempt) {
            LOG.error("Booking {} records failed for the {}. time and is tried again", records.count(), attempt, e);
        }
    }
}
