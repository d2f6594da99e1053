package stratum.schemas;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records of {@code stratum.events}; see {@link EventSerde}. */
public final class EventDeserializer implements Deserializer<SpecificRecord> {

    private static final int HEADER = 5;

    private @Nullable Deserializer<Object> behind;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        EventSerde.trustEvents();
        behind = EventSerde.deserializerBehind(configs);
    }

    /**
     * The record in these bytes.
     *
     * @throws UnreadableRecord where they are no record of the catalogue
     * @throws RegistryUnavailable where the registry did not answer
     */
    @Override
    @SuppressWarnings("NullAway") // A null value is a tombstone, and Kafka's interface does not say so.
    public SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (behind == null) {
            throw new IllegalStateException("The deserializer has not been configured");
        }
        int schemaId = schemaId(bytes);
        try {
            return specific(behind.deserialize(topic, bytes));
        } catch (UnreadableRecord e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.onReading(schemaId, e);
        }
    }

    private static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw UnreadableRecord.unreadable(
                    "%d bytes are too few for a schema id and a body".formatted(bytes.length));
        }
        if (bytes[0] != 0) {
            throw UnreadableRecord.unreadable("It starts with 0x%02x and not with the zero byte".formatted(bytes[0]));
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    private static SpecificRecord specific(Object event) {
        if (event instanceof SpecificRecord specific) {
            return specific;
        }
        throw UnreadableRecord.unreadable("Its schema is not one of the catalogue's");
    }

    @Override
    public void close() {
        if (behind != null) {
            behind.close();
        }
    }
}
