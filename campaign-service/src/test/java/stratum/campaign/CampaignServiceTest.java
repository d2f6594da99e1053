package stratum.campaign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
import stratum.campaign.store.Database;
import stratum.campaign.stream.Told;
import stratum.events.CampaignPublished;
import stratum.events.Channel;
import stratum.events.ClockTicked;
import stratum.events.ContactPurpose;
import stratum.events.Stage;
import stratum.schemas.EventSerde;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** The service between a real broker and a real database, as those outside see it. */
class CampaignServiceTest {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final EventSerde SERDE = LocalSerde.create();
    private static final Instant MONDAY = Instant.parse("1995-03-06T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final int CUSTOMERS = 50;

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
                "transaction.state.log.num.partitions", "2"));
        broker.afterPropertiesSet();
        broker.addTopics(Topics.catalogue().stream()
                .map(topic -> new NewTopic(topic.name(), topic.keyedByCustomer() ? PARTITIONS : 1, (short) 1))
                .toArray(NewTopic[]::new));
        return broker;
    }

    @AfterEach
    void stop() {
        bank.close();
        broker.destroy();
    }

    @Test
    void a_welcome_reaches_marketing_once_though_the_service_is_started_anew(@TempDir Path state) {
        Database.empty();
        try (ConfigurableApplicationContext service = start(state)) {
            everybodyOpensAnAccount(MONDAY);
            WebTestClient http = http(service);

            eventually(() -> lookedUp(http, "/v1/decisions?limit=500", CUSTOMERS));
            offersAreLookedUpAndBadQuestionsAnswered(http);
            progressIsMeasured(http);
        }
        List<SpecificRecord> offers = everythingOn(Topics.OFFERS);

        try (ConfigurableApplicationContext service = start(state)) {
            everybodyOpensAnAccount(TUESDAY);

            eventually(() -> lookedUp(http(service), "/v1/decisions?limit=500", 2 * CUSTOMERS));
        }

        assertThat(offers).hasSizeBetween(CUSTOMERS / 2, CUSTOMERS);
        assertThat(everythingOn(Topics.OFFERS)).isEqualTo(offers);
        assertThat(new HashSet<>(everythingOn(Topics.CAMPAIGNS)))
                .hasSize(3)
                .allMatch(CampaignPublished.class::isInstance);
        assertThat(everythingOn(Topics.CAMPAIGNS)).hasSize(3);
    }

    private static void offersAreLookedUpAndBadQuestionsAnswered(WebTestClient http) {
        eventually(() -> http.get()
                .uri("/v1/offers?limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].campaignId")
                .isEqualTo("welcome"));
        http.get()
                .uri("/v1/offers?limit=0&customer=a b")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[1].message")
                .isEqualTo("From 1 to 500, not 0.");
    }

    private static void progressIsMeasured(WebTestClient http) {
        String metrics = http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(metrics).contains("stratum_clock_seconds{").contains("partition=\"1\"");
    }

    private ConfigurableApplicationContext start(Path state) {
        List<String> settings = new ArrayList<>(Database.settings());
        settings.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--stratum.state-dir=" + state,
                "--stratum.serializer=stratum.schemas.LocalSerializer",
                "--stratum.deserializer=stratum.schemas.LocalDeserializer"));
        return new SpringApplicationBuilder(CampaignService.class).run(settings.toArray(String[]::new));
    }

    private void everybodyOpensAnAccount(Instant at) {
        for (int i = 0; i < CUSTOMERS; i++) {
            Told customer = Told.of("c" + i).at(at);
            send(
                    Topics.CUSTOMERS,
                    null,
                    customer.customer(),
                    customer.consents(ContactPurpose.MARKETING, Channel.PUSH));
            send(Topics.STAGES, null, customer.customer(), customer.staged(Stage.ACQUISITION));
            send(Topics.TRANSITIONS, null, customer.customer(), customer.moved(null, Stage.ACQUISITION));
        }
        bank.flush();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            tick(partition, at.plus(Duration.ofHours(14)));
        }
        bank.flush();
    }

    private void tick(int partition, Instant time) {
        Stream.of(Topics.SCORES, Topics.STAGES, Topics.TIER_SIGNALS, Topics.TRANSITIONS, Topics.CLOCK)
                .forEach(topic -> send(topic, partition, "clock:" + partition, new ClockTicked(time, List.of())));
    }

    private void send(String topic, @Nullable Integer partition, String key, SpecificRecord record) {
        bank.send(new ProducerRecord<>(topic, partition, key, SERDE.serializer().serialize(topic, record)));
    }

    private static void lookedUp(WebTestClient http, String path, int count) {
        http.get()
                .uri(path)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(count);
    }

    private static void eventually(Runnable holds) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(holds::run);
    }

    private static WebTestClient http(ConfigurableApplicationContext service) {
        String port = requireNonNull(service.getEnvironment().getProperty("local.server.port"));
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build();
    }

    /** All that is committed in a topic. */
    private List<SpecificRecord> everythingOn(String topic) {
        List<SpecificRecord> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.getBrokersAsString(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class))) {
            for (TopicPartition partition : partitionsOf(consumer, topic)) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end =
                        requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofMillis(200))
                            .forEach(record -> events.add(SERDE.deserializer().deserialize(topic, record.value())));
                }
            }
        }
        return events;
    }

    private static List<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }
}
