package stratum.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.events.ClockTicked;
import stratum.lifecycle.reference.Facts;
import stratum.schemas.EventSerde;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** Two instances of the service with a real broker, as those outside see them. */
final class LifecycleServiceTest {

    private static final int PARTITIONS = 2;
    private static final int CUSTOMERS = 20;
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final EventSerde SERDE = LocalSerde.create();

    private final EmbeddedKafkaKraftBroker broker = broker();
    private final Producer<String, byte[]> bank = new KafkaProducer<>(Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString(),
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));

    private static EmbeddedKafkaKraftBroker broker() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperties(Map.of(
                "log.retention.ms", "-1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2",
                "group.initial.rebalance.delay.ms", "0"));
        broker.afterPropertiesSet();
        broker.addTopics(Topics.catalogue().stream()
                .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1))
                .toArray(NewTopic[]::new));
        return broker;
    }

    @AfterEach
    void stop() {
        bank.close();
        broker.destroy();
    }

    @Test
    void whichever_instance_is_asked_answers_for_all(@TempDir Path one, @TempDir Path other) throws IOException {
        int port = freePort();
        int otherPort = freePort();
        try (ConfigurableApplicationContext first = start(port, one);
                ConfigurableApplicationContext second = start(otherPort, other)) {
            assertThat(first.isRunning() && second.isRunning()).isTrue();
            everybodyOpensAnAccount();

            for (WebTestClient http : List.of(http(port), http(otherPort))) {
                eventually(() -> everybodyIsCounted(http));
                eventually(() -> everybodyIsFound(http));
                eventually(() -> nobodyElseIs(http));
            }
        }
    }

    private static void everybodyIsCounted(WebTestClient http) {
        http.get()
                .uri("/v1/stages/distribution")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.asOf")
                .isEqualTo("2024-01-01")
                .jsonPath("$.customers")
                .isEqualTo(CUSTOMERS)
                .jsonPath("$.stages.ACQUISITION")
                .isEqualTo(CUSTOMERS)
                .jsonPath("$.stages.GROWTH")
                .isEqualTo(0);
    }

    private static void everybodyIsFound(WebTestClient http) {
        for (int i = 0; i < CUSTOMERS; i++) {
            http.get()
                    .uri("/v1/stages/c" + i)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.customerId")
                    .isEqualTo("c" + i)
                    .jsonPath("$.stage")
                    .isEqualTo("ACQUISITION")
                    .jsonPath("$.asOf")
                    .isEqualTo("2024-01-01")
                    .jsonPath("$.dueDate")
                    .isEqualTo("2024-03-31")
                    .jsonPath("$.policy.id")
                    .isEqualTo("lifecycle-default");
        }
    }

    private static void nobodyElseIs(WebTestClient http) {
        http.get()
                .uri("/v1/stages/nobody")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no customer nobody.");
    }

    private ConfigurableApplicationContext start(int port, Path state) {
        return new SpringApplicationBuilder(LifecycleService.class)
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                        "--stratum.instance=127.0.0.1:" + port,
                        "--stratum.base-currency=" + Facts.CURRENCY,
                        "--stratum.state-dir=" + state,
                        "--stratum.serializer=stratum.schemas.LocalSerializer",
                        "--stratum.deserializer=stratum.schemas.LocalDeserializer");
    }

    private void everybodyOpensAnAccount() {
        for (int i = 0; i < CUSTOMERS; i++) {
            send(Topics.HOLDINGS, null, "c" + i, new Facts("c" + i).opened(MONDAY));
        }
        bank.flush();
        Instant evening =
                MONDAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            send(Topics.CLOCK, partition, "clock:" + partition, new ClockTicked(evening, List.of()));
        }
        bank.flush();
    }

    private void send(String topic, @Nullable Integer partition, String key, SpecificRecord event) {
        bank.send(new ProducerRecord<>(topic, partition, key, SERDE.serializer().serialize(topic, event)));
    }

    private static WebTestClient http(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(assertion::run);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
