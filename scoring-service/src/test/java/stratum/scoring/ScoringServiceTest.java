package stratum.scoring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.events.PolicyPublished;
import stratum.platform.TestDatabase;
import stratum.schemas.EventSerde;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** The service between a real broker and a real database, as those outside see it. */
final class ScoringServiceTest {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final EventSerde SERDE = LocalSerde.create();

    private final EmbeddedKafkaKraftBroker broker = broker();

    private static EmbeddedKafkaKraftBroker broker() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperties(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2"));
        broker.afterPropertiesSet();
        broker.addTopics(Topics.catalogue().stream()
                .map(topic -> new NewTopic(topic.name(), topic.keyedByCustomer() ? PARTITIONS : 1, (short) 1))
                .toArray(NewTopic[]::new));
        return broker;
    }

    @AfterEach
    void stop() {
        broker.destroy();
    }

    @Test
    void the_policies_that_are_shipped_are_listed_and_the_default_is_announced_once_though_the_service_is_started_anew(
            @TempDir Path state) {
        TestDatabase.empty();
        for (int start = 0; start < 2; start++) {
            try (ConfigurableApplicationContext service = start(state)) {
                WebTestClient http = http(service);
                http.get()
                        .uri("/v1/policies/tier")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.items[*].id")
                        .isEqualTo(List.of("month-average", "rolling"))
                        .jsonPath("$.items[*].state")
                        .isEqualTo(List.of("IN_REVIEW", "PUBLISHED"));
                Awaitility.await()
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(announced()).hasSize(1));
            }
        }

        assertThat(announced()).singleElement().satisfies(policy -> {
            assertThat(policy.getPolicyId()).isEqualTo("rolling");
            assertThat(policy.getVersion()).isEqualTo(1);
        });
    }

    private ConfigurableApplicationContext start(Path state) {
        List<String> settings = new ArrayList<>(TestDatabase.settings());
        settings.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--stratum.state-dir=" + state,
                "--stratum.serializer=stratum.schemas.LocalSerializer",
                "--stratum.deserializer=stratum.schemas.LocalDeserializer"));
        return new SpringApplicationBuilder(ScoringService.class).run(settings.toArray(String[]::new));
    }

    private static WebTestClient http(ConfigurableApplicationContext service) {
        String port = requireNonNull(service.getEnvironment().getProperty("local.server.port"));
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build();
    }

    private List<PolicyPublished> announced() {
        List<PolicyPublished> events = new ArrayList<>();
        TopicPartition only = new TopicPartition(Topics.SCORING_POLICIES, 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class))) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = requireNonNull(consumer.endOffsets(List.of(only)).get(only));
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> events.add(
                                (PolicyPublished) SERDE.deserializer().deserialize(only.topic(), record.value())));
            }
        }
        return events;
    }
}
