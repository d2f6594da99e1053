package stratum.schemas;

import java.util.HashMap;
import java.util.Map;

/** The serde of the services' tests: the same wire format, with schema ids from the catalogue and no registry. */
public final class LocalSerde {

    private LocalSerde() {}

    /** An {@link EventSerde} that needs no registry. */
    public static EventSerde create() {
        EventSerde serde = new EventSerde();
        serde.configure(settings(), false);
        return serde;
    }

    /** Settings that make any Kafka client use it. */
    public static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(EventSerde.SERIALIZER, LocalSerializer.class.getName());
        settings.put(EventSerde.DESERIALIZER, LocalDeserializer.class.getName());
        return settings;
    }
}
