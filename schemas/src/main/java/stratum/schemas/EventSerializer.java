package stratum.schemas;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records of {@code stratum.events}; see {@link EventSerde}. */
public final class EventSerializer implements Serializer<SpecificRecord> {

    private @Nullable Serializer<Object> behind;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        EventSerde.trustEvents();
        behind = EventSerde.serializerBehind(configs);
    }

    @Override
    @SuppressWarnings("NullAway") // A null value is a tombstone, and Kafka's interface does not say so.
    public byte[] serialize(String topic, @Nullable SpecificRecord event) {
        if (event == null) {
            return null;
        }
        if (behind == null) {
            throw new IllegalStateException("The serializer has not been configured");
        }
        try {
            return behind.serialize(topic, event);
        } catch (RuntimeException e) {
            throw Failures.onWriting(topic, event.getSchema().getFullName(), e);
        }
    }

    @Override
    public void close() {
        if (behind != null) {
            behind.close();
        }
    }
}
