package stratum.customer.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import stratum.events.FxRateSet;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/**
 * Publishes facts to their topics: the customer is the key, the time of the fact the time of the record. The log knows
 * no time before 1970: the record of an earlier fact has the first moment it knows, the fact keeps its own.
 */
@Component
public final class FactLog {

    private final KafkaTemplate<String, SpecificRecord> kafka;

    FactLog(KafkaTemplate<String, SpecificRecord> kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes a fact that the rules have found sound; done once all in-sync replicas have it. Facts published one
     * after the other arrive in that order. May wait for room in the producer, and so must not be called where
     * waiting is not allowed. Fails with {@link FactRefused} where sending it again would be of no use.
     */
    public CompletableFuture<Void> publish(SpecificRecord fact) {
        try {
            return kafka.send(recordOf(fact)).<Void>thenApply(sent -> null).exceptionallyCompose(FactLog::failed);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static CompletableFuture<Void> failed(Throwable e) {
        if (has(InvalidTimestampException.class, e)) {
            String sentence = "It is further ahead of the clock than the log allows.";
            return CompletableFuture.failedFuture(new FactRefused("occurredAt", sentence, e));
        } else if (has(RecordTooLargeException.class, e)) {
            return CompletableFuture.failedFuture(new FactRefused("", "It is too large for the log.", e));
        }
        return CompletableFuture.failedFuture(e);
    }

    private static boolean has(Class<? extends Throwable> cause, Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (cause.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static ProducerRecord<String, SpecificRecord> recordOf(SpecificRecord fact) {
        String topic = Topics.of(fact).name();
        return fact instanceof FxRateSet rate
                ? new ProducerRecord<>(topic, null, recordTime(midnight(rate)), key(rate), rate)
                : new ProducerRecord<>(topic, null, recordTime(occurredAt(fact)), FactRules.customerOf(fact), fact);
    }

    private static long recordTime(Instant at) {
        return Math.max(0, at.toEpochMilli());
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
