package stratum.platform.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import stratum.events.ClockTicked;
import stratum.schemas.EventSerde;
import stratum.schemas.FactRules;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** Runs a service's decisions without a broker: facts in, ticks in, announcements and dead letters out. */
public final class DecisionDriver implements AutoCloseable {

    private static final EventSerde SERDE = LocalSerde.create();

    private final TopologyTestDriver driver;
    private final BusinessCalendar calendar;
    private final String service;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final List<String> tickingInputs;

    /** A driver for these decisions, with the settings of {@link #settings}. */
    public DecisionDriver(DecisionTopology<?> decisions, ZoneId zone) {
        this.calendar = new BusinessCalendar(zone);
        this.service = decisions.service();
        this.tickingInputs = decisions.inputs().stream()
                .filter(Input::carriesTicks)
                .map(Input::topic)
                .toList();
        Topology topology = new Topology();
        decisions.addTo(topology);
        this.driver = new TopologyTestDriver(topology, config(service));
    }

    /** Settings for a topology under test. */
    public static DecisionSettings settings(String service, ZoneId zone) {
        return new DecisionSettings(service, zone, SERDE, new SimpleMeterRegistry());
    }

    private static Properties config(String service) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, service + "-" + UUID.randomUUID());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        config.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        config.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, service + ".dead-letters");
        return config;
    }

    /** Publishes facts of the bank's. */
    public DecisionDriver publish(List<? extends SpecificRecord> facts) {
        facts.forEach(fact -> publish(Topics.of(fact).name(), fact));
        return this;
    }

    /** Publishes an event on a topic. */
    public DecisionDriver publish(String topic, SpecificRecord event) {
        String customer = String.valueOf(FactRules.customerOf(event));
        Instant at = FactRules.occurredAt(event);
        return publishRaw(topic, customer, SERDE.serializer().serialize(topic, event), at == null ? Instant.EPOCH : at);
    }

    /** Publishes whatever bytes. */
    public DecisionDriver publishRaw(String topic, String key, byte[] value, Instant at) {
        input(topic).pipeInput(new TestRecord<>(key, value, at));
        return this;
    }

    /** Ends a business day: the clock ticks, on every input that carries ticks too. */
    public DecisionDriver endOf(LocalDate date) {
        return tick(calendar.endOf(date));
    }

    /** Ticks the clock, on every input that carries ticks too. */
    public DecisionDriver tick(Instant time) {
        tickingInputs.forEach(topic -> tick(topic, time));
        return tick(Topics.CLOCK, time);
    }

    /** Ticks on one topic only. */
    public DecisionDriver tick(String topic, Instant time) {
        ClockTicked tick = new ClockTicked(time, List.of());
        return publishRaw(topic, "clock:0", SERDE.serializer().serialize(topic, tick), time);
    }

    /** Lets some time pass by the wall clock: what could not be done at once goes on. */
    public DecisionDriver goOn() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        return this;
    }

    /** All that was announced on a topic since it was last asked, ticks left out. */
    public <T extends SpecificRecord> List<T> announced(String topic, Class<T> type) {
        return everythingOn(topic).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** All records of a topic since it was last asked, ticks included. */
    public List<SpecificRecord> everythingOn(String topic) {
        List<SpecificRecord> events = new ArrayList<>();
        var out = driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
        while (!out.isEmpty()) {
            events.add(SERDE.deserializer().deserialize(topic, out.readValue()));
        }
        return events;
    }

    /** The dead letters since they were last asked for, with their headers. */
    public List<TestRecord<String, byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        service + ".dead-letters", new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What the decider keeps of a customer; empty bytes where nothing. */
    public byte[] kept(String customerId) {
        CustomerStore store = (CustomerStore) driver.getStateStore(DecisionTopology.CUSTOMERS);
        byte[] state = Held.read(store.of(customerId).record()).state();
        return state == null ? new byte[0] : state;
    }

    private TestInputTopic<String, byte[]> input(String topic) {
        return inputs.computeIfAbsent(
                topic, name -> driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer()));
    }

    @Override
    public void close() {
        driver.close();
    }
}
