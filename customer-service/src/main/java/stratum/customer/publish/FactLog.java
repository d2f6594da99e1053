package stratum.customer.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import stratum.events.FxRateSet;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/** Publishes facts to their topics: the customer is the key, the time of the fact the time of the record. */
@Component
public final class FactLog {

    private final KafkaTemplate<String, SpecificRecord> kafka;

    FactLog(KafkaTemplate<String, SpecificRecord> kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes a fact that the rules have found sound; done once all in-sync replicas have it. Facts published one
     * after the other arrive in that order. May wait for room in the producer, and so must not be called where
     * waiting is not allowed.
     */
    public CompletableFuture<Void> publish(SpecificRecord fact) {
        try {
            return kafka.send(recordOf(fact)).thenAccept(sent -> {});
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ProducerRecord<String, SpecificRecord> recordOf(SpecificRecord fact) {
        String topic = Topics.of(fact).name();
        return fact instanceof FxRateSet rate
                ? new ProducerRecord<>(topic, null, midnight(rate).toEpochMilli(), key(rate), rate)
                : new ProducerRecord<>(topic, null, occurredAt(fact).toEpochMilli(), FactRules.customerOf(fact), fact);
    }

    private static Instant occurredAt(SpecificRecord fact) {
        return Objects.requireNonNull(FactRules.occurredAt(fact), "A sound fact has a time");
    }

    private static Instant midnight(FxRateSet rate) {
        return rate.getDate().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String key(FxRateSet rate) {
        return rate.getCurrency() + ":" + rate.getDate();
    }
}
