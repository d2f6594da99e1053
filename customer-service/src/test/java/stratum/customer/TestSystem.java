package stratum.customer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.store.TestDatabase;
import stratum.platform.TestBroker;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** A real broker, a real database, and instances of the service between them. */
public final class TestSystem implements AutoCloseable {

    public static final int PARTITIONS = TestBroker.PARTITIONS;

    private static final Deserializer<SpecificRecord> EVENTS =
            LocalSerde.create().deserializer();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestBroker broker = new TestBroker();
    private final TestDatabase database;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

    public TestSystem() {
        this(TestDatabase.fresh());
    }

    public TestSystem(TestDatabase database) {
        this.database = database;
    }

    /** Lets scoring say that all before a moment is worked through. */
    public void tick(Instant moment) {
        broker.tick(moment, Topics.TIER_SIGNALS);
    }

    /** Starts an instance with these settings beside the usual ones; the clock is off unless they turn it on. */
    public ConfigurableApplicationContext start(String... settings) {
        ConfigurableApplicationContext instance = new SpringApplicationBuilder(CustomerService.class)
                .run(arguments(settings).toArray(String[]::new));
        instances.add(instance);
        return instance;
    }

    /** Starts an instance in a process of its own, to be killed. */
    public Process startApart(Path output, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=stratum.events",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CustomerService.class.getName()));
        command.addAll(arguments(settings));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private List<String> arguments(String... settings) {
        List<String> arguments = new ArrayList<>(broker.settings());
        arguments.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.flyway.url=" + database.jdbcUrl(),
                "--stratum.outbox.every=50ms"));
        if (List.of(settings).stream().noneMatch(setting -> setting.startsWith("--stratum.clock.enabled"))) {
            arguments.add("--stratum.clock.enabled=false");
        }
        arguments.addAll(List.of(settings));
        return arguments;
    }

    /** Speaks to an instance over HTTP. */
    public static WebTestClient http(ConfigurableApplicationContext instance) {
        String port = Objects.requireNonNull(instance.getEnvironment().getProperty("local.server.port"));
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .filter((request, next) -> next.exchange(request).flatMap(TestSystem::readWhole))
                .build();
    }

    /** A connection whose answer nobody reads to its end is not given back, and there are not many. */
    private static Mono<ClientResponse> readWhole(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> response.mutate()
                        .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                        .build());
    }

    public void publish(String topic, String key, SpecificRecord record) {
        broker.publish(topic, key, record);
    }

    /** Publishes a record that has arrived by the next tick. */
    public void publishSoon(String topic, String key, SpecificRecord record) {
        broker.publishSoon(topic, key, record);
    }

    public void publishRaw(String topic, String key, byte[] value) {
        broker.publishRaw(topic, key, value);
    }

    /** Everything in a topic until it satisfies the test, which must be soon. */
    public List<ConsumerRecord<String, byte[]>> await(
            String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = broker.consumer(topic)) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                return enough.test(read);
            });
        }
        return read;
    }

    /** A record of the catalogue in these bytes. */
    public static SpecificRecord event(ConsumerRecord<String, byte[]> record) {
        return EVENTS.deserialize(record.topic(), record.value());
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
        broker.close();
    }
}
