package stratum.campaign.listener;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the listener copes: with a broken world by waiting, with a broken record by putting it aside. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 30_000;

    @Bean
    DefaultErrorHandler waitsForTheWorld() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MILLIS);
        return new DefaultErrorHandler(backOff);
    }

    @Bean
    @SuppressWarnings("unchecked") // The factory makes producers of whatever the serializers in the settings take.
    DeadLetters deadLetters(ProducerFactory<?, ?> producers) {
        return new DeadLetters(new KafkaTemplate<>(
                (ProducerFactory<String, byte[]>) producers,
                Map.of(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class)));
    }
}
