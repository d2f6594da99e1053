package stratum.platform.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.events.ClockTicked;
import stratum.platform.kafka.DeadLetter;
import stratum.schemas.EventSerde;
import stratum.schemas.Topic;
import stratum.schemas.Topics;

/**
 * The topology of a service that decides per customer: every input topic and the clock into one processor, every output
 * topic a sink. All nodes and stores have names of their own.
 *
 * @param <S> what the service knows about a customer
 */
public final class DecisionTopology<S> {

    /** The store that holds one record per customer, and how far its partition's clock has come. */
    public static final String CUSTOMERS = "customers";

    static final int THE_CLOCK = Input.NONE;

    private static final Logger LOG = LoggerFactory.getLogger(DecisionTopology.class);
    private static final String DECIDE = "decide";

    /** Facts held per partition. More wait only where the clock has stopped, and then they are safer in their topic. */
    private static final int MOST_WAITING = 2_000_000;

    /** How long after a change of the rules everybody has been looked at again. */
    private static final Duration SPREAD = Duration.ofMinutes(1);

    private final String service;
    private final List<Input> inputs;
    private final List<String> outputs;
    private final Decider<S> decider;
    private final BusinessCalendar calendar;
    private final EventSerde serde;
    private final MeterRegistry meters;
    private final Admission admission;
    private final Changelog changelog = new Changelog();
    private final GlobalPositions globalPositions = new GlobalPositions();

    /**
     * A topology.
     *
     * @param inputs what the service decides on; of facts of the same time, those of an earlier input come first
     * @param outputs what it announces; each of its topics that carries ticks by the catalogue gets them passed on
     */
    public DecisionTopology(List<Input> inputs, List<String> outputs, Decider<S> decider, DecisionSettings settings) {
        this.service = settings.service();
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.decider = decider;
        this.calendar = new BusinessCalendar(settings.zone());
        this.serde = settings.serde();
        this.meters = settings.meters();
        this.admission = new Admission(serde.deserializer());
    }

    /** Adds the sources, the processor with its stores, and the sinks. */
    public void addTo(Topology topology) {
        references().forEach(input -> reference(topology, input.topic()));
        source(topology, Topics.CLOCK);
        customerInputs().forEach(input -> source(topology, input.topic()));
        topology.addProcessor(DECIDE, () -> new DecisionProcessor<>(this), sources());
        topology.addStateStore(new CustomerStoreBuilder(CUSTOMERS, changelog), DECIDE);
        outputs.forEach(topic -> sink(topology, topic, serde.serializer()));
        sink(topology, deadLetters(), Serdes.ByteArray().serializer());
    }

    private static void source(Topology topology, String topic) {
        topology.addSource(sourceOf(topic), new StringDeserializer(), new ByteArrayDeserializer(), topic);
    }

    private void reference(Topology topology, String topic) {
        topology.addGlobalStore(
                new ReferenceStore.Builder(topic, globalPositions),
                sourceOf(topic),
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic,
                "read-" + topic,
                () -> new ReferenceReader(this, topic));
    }

    private Stream<Input> references() {
        return inputs.stream().filter(Input::isReference);
    }

    private Stream<Input> customerInputs() {
        return inputs.stream().filter(input -> !input.isReference());
    }

    private String[] sources() {
        return Stream.concat(Stream.of(Topics.CLOCK), customerInputs().map(Input::topic))
                .map(DecisionTopology::sourceOf)
                .toArray(String[]::new);
    }

    @SuppressWarnings("unchecked") // What goes to a sink is what its serializer takes: see announce and deadLetter.
    private static void sink(Topology topology, String topic, Serializer<?> serializer) {
        topology.addSink(
                sinkOf(topic),
                topic,
                new StringSerializer(),
                (Serializer<Object>) serializer,
                TickKeys.partitioner(),
                DECIDE);
    }

    private static String sourceOf(String topic) {
        return "from-" + topic;
    }

    static String sinkOf(String topic) {
        return "to-" + topic;
    }

    List<Input> inputs() {
        return inputs;
    }

    /** What the stream's producers must save with every commit. */
    Changelog changelog() {
        return changelog;
    }

    Decider<S> decider() {
        return decider;
    }

    BusinessCalendar calendar() {
        return calendar;
    }

    String service() {
        return service;
    }

    String deadLetters() {
        return service + ".dead-letters";
    }

    /** The output topics that ticks are passed on into. */
    List<String> ticking() {
        return outputs.stream().filter(DecisionTopology::carriesTicks).toList();
    }

    private static boolean carriesTicks(String topic) {
        Topic known = Topics.named(topic);
        return known.records().contains(ClockTicked.getClassSchema());
    }

    /** The place of a topic among the inputs, or {@link #THE_CLOCK}. */
    int inputOf(String topic) {
        return Input.placeOf(topic, inputs);
    }

    /** Reads a record that has arrived; throws {@link Refused} or UnreadableRecord for what cannot be booked. */
    SpecificRecord admit(String topic, String key, byte[] value) {
        return admission.admit(topic, key, value);
    }

    Duration spread() {
        return SPREAD;
    }

    GlobalPositions globalPositions() {
        return globalPositions;
    }

    /** Reads a record of a reference topic; throws like {@link #admit}. */
    SpecificRecord admitReference(String topic, byte[] value) {
        return admission.admitReference(topic, value);
    }

    /** Counts what was refused, by reason. */
    void refused(String reason) {
        DeadLetterHandler.count(meters, reason);
    }

    /** Reads again what waited when the service stopped. */
    Arrival read(Waits waits) {
        String topic = inputs.get(waits.input()).topic();
        return arrival(waits, serde.deserializer().deserialize(topic, waits.raw()));
    }

    Arrival arrival(Waits waits, SpecificRecord fact) {
        return inputs.get(waits.input()).carriesTicks() ? Arrival.ofService(waits, fact) : Arrival.ofBank(waits, fact);
    }

    /** A customer's review has failed. */
    void reviewFailed() {
        meters.counter("stratum.reviews.failed").increment();
    }

    void limit(int waitingFacts) {
        if (waitingFacts >= MOST_WAITING) {
            throw new IllegalStateException("%d facts wait for a tick of %s; does the clock stand still?"
                    .formatted(waitingFacts, Topics.CLOCK));
        }
    }

    Progress progress(int partition, IntSupplier waitingFacts) {
        return new Progress(meters, partition, waitingFacts);
    }

    Record<String, Object> deadLetter(String customer, Arrival arrival, int partition, String reason, String detail) {
        String topic = inputs.get(arrival.waits().input()).topic();
        DeadLetter letter = new DeadLetter(
                service, reason, detail, topic, partition, arrival.waits().offset());
        LOG.warn("{}", letter);
        DeadLetterHandler.count(meters, reason);
        return new Record<>(customer, arrival.waits().raw(), RecordTime.of(arrival.occurredAt()), letter.headers());
    }
}
