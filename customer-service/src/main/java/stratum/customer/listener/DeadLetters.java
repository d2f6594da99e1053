package stratum.customer.listener;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import stratum.platform.kafka.DeadLetter;
import stratum.schemas.Topics;

/** Keeps what could not be booked, as it came, with the reason; each is logged once, without its content. */
@Component
final class DeadLetters implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final String SERVICE = "customer";
    private static final int PATIENCE_SECONDS = 60;

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final MeterRegistry meters;

    DeadLetters(ProducerFactory<?, ?> configured, MeterRegistry meters) {
        Map<String, Object> raw = new HashMap<>(configured.getConfigurationProperties());
        raw.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        raw.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        this.producers = new DefaultKafkaProducerFactory<>(raw);
        this.kafka = new KafkaTemplate<>(producers);
        this.meters = meters;
    }

    /** Publishes the letters and waits until the log has them. */
    void send(List<Refused> refused) {
        CompletableFuture<?>[] sent = refused.stream().map(this::send).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private CompletableFuture<?> send(Refused refused) {
        DeadLetter letter = refused.letter(SERVICE);
        LOG.warn("{}", letter);
        meters.counter("stratum.dead.letters", "reason", refused.reason()).increment();
        return kafka.send(new ProducerRecord<>(
                Topics.CUSTOMER_DEAD_LETTERS,
                null,
                refused.raw().key(),
                refused.raw().value(),
                letter.headers()));
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
