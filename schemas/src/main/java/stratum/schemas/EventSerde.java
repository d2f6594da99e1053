package stratum.schemas;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads and writes the records of {@code stratum.events} in Confluent's wire format: a zero byte, a four-byte schema
 * id, the Avro body. The serializer and deserializer classes are settings, so a bank may put Confluent's in their
 * place; whichever it is, a record that cannot be read becomes {@link UnreadableRecord} and a registry that does not
 * answer {@link RegistryUnavailable}.
 */
public final class EventSerde implements Serde<SpecificRecord> {

    /** Setting: class of the serializer behind this one; Apicurio's by default. */
    public static final String SERIALIZER = "stratum.serializer";

    /** Setting: class of the deserializer behind this one; Apicurio's by default. */
    public static final String DESERIALIZER = "stratum.deserializer";

    private final EventSerializer serializer = new EventSerializer();
    private final EventDeserializer deserializer = new EventDeserializer();

    private static boolean trusted;

    static {
        trustEvents();
    }

    /** A serde that talks to the Apicurio registry at this address, for example {@code http://localhost:8085}. */
    public static EventSerde of(String registryUrl) {
        EventSerde serde = new EventSerde();
        serde.configure(settings(registryUrl), false);
        return serde;
    }

    /** The settings of Kafka clients that use this serde with the Apicurio registry at this address. */
    public static Map<String, Object> settings(String registryUrl) {
        return Map.of(
                "apicurio.registry.url",
                registryUrl + "/apis/registry/v3",
                "apicurio.registry.artifact-resolver-strategy",
                SubjectStrategy.class.getName(),
                "apicurio.registry.avro-datum-provider",
                CachingDatumProvider.class.getName(),
                "apicurio.registry.use-specific-avro-reader",
                true,
                // Without it each nested type would become a subject of its own, which no Confluent client can find.
                "apicurio.registry.dereference-schema",
                true,
                "apicurio.registry.auto-register",
                true,
                "apicurio.registry.auto-register.if-exists",
                "FIND_OR_CREATE_VERSION",
                // A schema never changes under its id; looking again every 30 s would only stop the stream.
                "apicurio.registry.check-period-ms",
                86_400_000L);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }

    @Override
    public Serializer<SpecificRecord> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<SpecificRecord> deserializer() {
        return deserializer;
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }

    /**
     * Avro creates objects of trusted packages only; ours is trusted beside those it trusts already. Once: each further
     * time would lengthen the chain that every object created goes through.
     */
    static synchronized void trustEvents() {
        if (!trusted) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("stratum.events.")));
            trusted = true;
        }
    }

    @SuppressWarnings("unchecked")
    static <T> T configured(Map<String, ?> configs, String setting, Class<?> standard) {
        Object name = configs.get(setting);
        try {
            return (T) Utils.newInstance(name == null ? standard.getName() : name.toString(), Object.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("%s names the class %s, which is not there".formatted(setting, name), e);
        }
    }

    static Serializer<Object> serializerBehind(Map<String, ?> configs) {
        Serializer<Object> behind = configured(configs, SERIALIZER, AvroKafkaSerializer.class);
        behind.configure(new HashMap<>(configs), false);
        return behind;
    }

    static Deserializer<Object> deserializerBehind(Map<String, ?> configs) {
        Deserializer<Object> behind = configured(configs, DESERIALIZER, AvroKafkaDeserializer.class);
        behind.configure(new HashMap<>(configs), false);
        return behind;
    }
}
