package stratum.schemas;

import com.microsoft.kiota.ApiException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Tells a record that is broken from a registry that is out of reach: the serde behind throws both alike. */
final class Failures {

    private static final int NOT_FOUND = 404;

    private Failures() {}

    static KafkaException onReading(int schemaId, RuntimeException e) {
        ApiException answer = cause(e, ApiException.class);
        if (answer != null) {
            return answer.getResponseStatusCode() == NOT_FOUND
                    ? UnreadableRecord.unknownSchema(schemaId, e)
                    : new RegistryUnavailable(e);
        }
        return outOfReach(e)
                ? new RegistryUnavailable(e)
                : UnreadableRecord.unreadable("Its body does not fit its schema: " + deepest(e), e);
    }

    static KafkaException onWriting(String topic, String record, RuntimeException e) {
        if (cause(e, ApiException.class) == null && outOfReach(e)) {
            return new RegistryUnavailable(e);
        }
        return new SerializationException("%s cannot be written to %s: %s".formatted(record, topic, deepest(e)), e);
    }

    /** Reading from an array throws no other I/O exception than that the array has ended. */
    private static boolean outOfReach(Throwable e) {
        IOException io = cause(e, IOException.class);
        boolean ended = io instanceof EOFException || (io != null && cause(e, UncheckedIOException.class) != null);
        return (io != null && !ended) || cause(e, TimeoutException.class) != null;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }

    private static String deepest(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
    }
}
