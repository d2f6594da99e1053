package stratum.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.SandboxFailure;
import stratum.sandbox.run.SandboxSettings;
import stratum.schemas.EventSerde;
import stratum.schemas.Registration;
import stratum.schemas.Topics;

/** The player against the real broker and registry, with a stand-in for the services. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlayingTest {

    private static final LocalDate FIRST = LocalDate.of(1993, 1, 1);
    private static final int DAYS = 60;

    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static Addresses addresses;
    private static StandIn services;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxSettings.of(dir, 12_000).with(List.of()));
        addresses = Addresses.of(sandbox);
        services = new StandIn(addresses.clients());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        services.close();
        sandbox.close();
    }

    @Test
    @Order(1)
    void every_fact_is_published_and_worked_through() {
        EveryDay history = new EveryDay(FIRST, DAYS, 50);
        List<String> shown = new ArrayList<>();

        Played played;
        try (Player player = player(history, shown)) {
            played = player.play();
        }

        assertThat(played.facts()).isEqualTo(history.facts());
        assertThat(played.processed()).isEqualTo(history.facts());
        assertThat(played.asOf()).isEqualTo(FIRST.plusDays(DAYS - 1));
        assertThat(played.latencies().millis(1)).isPositive();
        assertThat(shown).isNotEmpty();
    }

    @Test
    @Order(2)
    void each_tick_says_which_facts_belong_before_it() {
        Map<TopicPartition, List<Instant>> facts = new HashMap<>();
        List<ConsumerRecord<String, byte[]>> ticks = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : read(List.of(Topics.TRANSACTIONS, Topics.CLOCK))) {
            if (record.topic().equals(Topics.CLOCK)) {
                ticks.add(record);
            } else {
                facts.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
                        .add(Instant.ofEpochMilli(record.timestamp()));
            }
        }

        assertThat(ticks).hasSize(4 * DAYS);
        try (Deserializer<SpecificRecord> events = addresses.clients().events()) {
            for (ConsumerRecord<String, byte[]> record : ticks) {
                ClockTicked tick = (ClockTicked) events.deserialize(record.topic(), record.value());
                assertThat(tick.getBusinessTime().toEpochMilli()).isEqualTo(record.timestamp());
                TopicHead head = tick.getHeads().get(0);
                List<Instant> partition =
                        facts.getOrDefault(new TopicPartition(head.getTopic(), head.getPartition()), List.of());
                assertThat(partition.stream().filter(fact -> !fact.isAfter(tick.getBusinessTime())))
                        .hasSize((int) head.getEndOffset());
            }
        }
    }

    @Test
    @Order(3)
    void a_service_that_stands_still_is_named() {
        services.rest(true);
        EveryDay history = new EveryDay(FIRST.plusDays(DAYS), 20, 5);

        try (Player player =
                new Player(history, addresses, progress(history, new ArrayList<>()), Duration.ofSeconds(2))) {
            assertThatExceptionOfType(SandboxFailure.class)
                    .isThrownBy(player::play)
                    .withMessageContaining("-service has stood still for 2 seconds");
        }

        long published = read(List.of(Topics.TRANSACTIONS)).size() - 50L * DAYS;
        assertThat(published).as("it publishes ten days ahead and no more").isEqualTo(11 * 5);
        services.rest(false);
    }

    @Test
    void a_record_is_a_zero_byte_the_schemas_id_and_its_body() throws Exception {
        byte[] written = EventSerde.of(sandbox.registryUrl())
                .serializer()
                .serialize(Topics.TRANSACTIONS, EveryDay.paid("c-1", FIRST));

        assertThat(written).startsWith(0, 0, 0);
        int id = java.nio.ByteBuffer.wrap(written).getInt(1);
        assertThat(RegistryAnswers.schemaWithId(sandbox.registryUrl(), id)).contains("TransactionPosted");
    }

    @Test
    void the_registry_refuses_a_change_that_old_readers_could_not_read() {
        Registration registration = new Registration(sandbox.registryUrl());
        Schema withoutDefault = SchemaBuilder.record("TransactionPosted")
                .namespace("stratum.events")
                .fields()
                .requiredString("eventId")
                .requiredString("somethingNew")
                .endRecord();

        for (String subject : new TreeSet<>(List.of("bank.transactions-value"))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> registration.register(subject, withoutDefault))
                    .withMessageContaining("409");
        }
    }

    private static Player player(EveryDay history, List<String> shown) {
        return new Player(history, addresses, progress(history, shown), Duration.ofSeconds(60));
    }

    private static Progress progress(EveryDay history, List<String> shown) {
        return new Progress(history, Duration.ofMillis(1), shown::add);
    }

    private static List<ConsumerRecord<String, byte[]>> read(List<String> topics) {
        try (Consumer<String, byte[]> consumer = addresses.clients().consumer()) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> Clients.partitions(consumer, topic).stream())
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
