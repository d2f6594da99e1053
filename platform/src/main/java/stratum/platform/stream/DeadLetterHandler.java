package stratum.platform.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.platform.kafka.DeadLetter;
import stratum.schemas.UnreadableRecord;

/**
 * Sends what cannot be read or booked to Kafka Streams' dead-letter topic and goes on. Anything else that fails is a
 * broken world or a bug: the thread stops, and the record is read again.
 */
public final class DeadLetterHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    /** The configuration under which the handler finds the registry of the service's metrics. */
    static final String METERS = "stratum.meters";

    private @Nullable String topic;
    private @Nullable MeterRegistry meters;

    @Override
    public void configure(Map<String, ?> configs) {
        meters = (MeterRegistry) configs.get(METERS);
        topic = (String) configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof Refused refused) {
            return resume(context, refused.reason(), refused);
        }
        if (exception instanceof UnreadableRecord unreadable) {
            return resume(context, unreadable.reason(), unreadable);
        }
        return Response.fail();
    }

    private Response resume(ErrorHandlerContext context, String reason, Exception exception) {
        if (topic == null) {
            throw new IllegalStateException("No dead-letter topic is set");
        }
        DeadLetter letter = new DeadLetter(
                topic.replace(".dead-letters", ""),
                reason,
                String.valueOf(exception.getMessage()),
                context.topic(),
                context.partition(),
                context.offset());
        LOG.warn("{}", letter);
        count(meters, reason);
        return Response.resume(List.of(new ProducerRecord<>(
                topic,
                null,
                Math.max(0, context.timestamp()),
                context.sourceRawKey(),
                context.sourceRawValue(),
                letter.headers())));
    }

    /** Counts a dead letter, by reason. */
    static void count(@Nullable MeterRegistry meters, String reason) {
        if (meters != null) {
            meters.counter("stratum.dead.letters", "reason", reason).increment();
        }
    }
}
