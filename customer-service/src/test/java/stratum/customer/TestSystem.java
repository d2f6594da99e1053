package stratum.customer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.customer.store.TestDatabase;
import stratum.schemas.EventSerializer;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** A real broker, a real database, and instances of the service between them. */
public final class TestSystem implements AutoCloseable {

    public static final int PARTITIONS = 2;

    private static final Deserializer<SpecificRecord> EVENTS =
            LocalSerde.create().deserializer();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
    private final TestDatabase database;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final Producer<String, byte[]> raw;
    private final EventSerializer events = new EventSerializer();

    public TestSystem() {
        this(TestDatabase.fresh());
    }

    public TestSystem(TestDatabase database) {
        this.database = database;
        broker.brokerProperties(
                Map.of("log.retention.ms", "-1", "message.max.bytes", Integer.toString(Topics.MAX_MESSAGE_BYTES)));
        broker.afterPropertiesSet();
        broker.addTopics(Topics.catalogue().stream()
                .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1))
                .toArray(NewTopic[]::new));
        events.configure(LocalSerde.settings(), false);
        raw = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES));
    }

    /** Starts an instance with these settings beside the usual ones; the clock is off unless they turn it on. */
    public ConfigurableApplicationContext start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.flyway.url=" + database.jdbcUrl(),
                "--stratum.serializer=stratum.schemas.LocalSerializer",
                "--stratum.deserializer=stratum.schemas.LocalDeserializer",
                "--stratum.outbox.every=50ms"));
        if (List.of(settings).stream().noneMatch(setting -> setting.startsWith("--stratum.clock.enabled"))) {
            arguments.add("--stratum.clock.enabled=false");
        }
        arguments.addAll(List.of(settings));
        ConfigurableApplicationContext instance =
                new SpringApplicationBuilder(CustomerService.class).run(arguments.toArray(String[]::new));
        instances.add(instance);
        return instance;
    }

    /** Speaks to an instance over HTTP. */
    public static WebTestClient http(ConfigurableApplicationContext instance) {
        String port = Objects.requireNonNull(instance.getEnvironment().getProperty("local.server.port"));
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build();
    }

    public void publish(String topic, String key, SpecificRecord record) {
        publishRaw(topic, key, events.serialize(topic, record));
    }

    public void publishRaw(String topic, String key, byte[] value) {
        raw.send(new ProducerRecord<>(topic, key, value));
        raw.flush();
    }

    /** Everything in a topic until it satisfies the test, which must be soon. */
    public List<ConsumerRecord<String, byte[]>> await(
            String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer(topic)) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                return enough.test(read);
            });
        }
        return read;
    }

    private Consumer<String, byte[]> consumer(String topic) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class));
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** A record of the catalogue in these bytes. */
    public static SpecificRecord event(ConsumerRecord<String, byte[]> record) {
        return EVENTS.deserialize(record.topic(), record.value());
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
        raw.close();
        broker.destroy();
    }
}
