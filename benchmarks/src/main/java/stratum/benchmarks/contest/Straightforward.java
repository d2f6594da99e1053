package stratum.benchmarks.contest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;
import stratum.schemas.EventSerde;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;
import stratum.scoring.stream.ScoringStream;

/**
 * What one would write first: the same decisions in a processor that reads the customer's state from Kafka Streams' default
 * store and writes it back, fact by fact, with a second store to find who is due. It takes facts as Kafka Streams hands
 * them out, so it knows neither slices nor repeats, and is right on a calm log only.
 */
final class Straightforward implements Contestant {

    static final String STATES = "states";

    private static final String DUE = "due";
    private static final String DECIDE = "decide";

    private final AtomicInteger done = new AtomicInteger();

    @Override
    public Measured run(Course course) throws InterruptedException {
        Counted<?> decider = Rules.of(Subject.SCORING);
        try (StreamsRun run = new StreamsRun(streams(decider, course), course)) {
            return run.measure(decider, () -> done.get() == course.partitions() && decider.facts() >= course.facts());
        }
    }

    private KafkaStreams streams(Decider<?> decider, Course course) {
        Map<String, Object> settings = Ours.settings(course);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaStreams(topology(decider, course), new StreamsConfig(settings));
    }

    private Topology topology(Decider<?> decider, Course course) {
        EventSerde serde = Events.serde(course);
        Topology topology = new Topology();
        String[] sources =
                Stream.concat(Stream.of(Topics.CLOCK), Inputs.TOPICS.stream()).toArray(String[]::new);
        for (String source : sources) {
            topology.addSource(source, new StringDeserializer(), serde.deserializer(), source);
        }
        topology.addProcessor(DECIDE, () -> new PerFact<>(decider, course.lastTick(), done::incrementAndGet), sources);
        topology.addStateStore(store(STATES), DECIDE);
        topology.addStateStore(store(DUE), DECIDE);
        for (String sink : ScoringStream.OUTPUTS) {
            topology.addSink(sink, sink, new StringSerializer(), serde.serializer(), DECIDE);
        }
        return topology;
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    /** Decides about one fact after another. */
    private static final class PerFact<S> implements Processor<String, SpecificRecord, String, SpecificRecord> {

        private static final byte[] NOTHING = {};

        private final Decider<S> decider;
        private final Instant lastTick;
        private final Runnable whenDone;
        private final BusinessCalendar calendar = new BusinessCalendar(Rules.ZONE);
        private @Nullable ProcessorContext<String, SpecificRecord> context;
        private @Nullable KeyValueStore<String, byte[]> states;
        private @Nullable KeyValueStore<String, byte[]> dueDates;
        private Instant clock = Instant.EPOCH;

        PerFact(Decider<S> decider, Instant lastTick, Runnable whenDone) {
            this.decider = decider;
            this.lastTick = lastTick;
            this.whenDone = whenDone;
        }

        @Override
        public void init(ProcessorContext<String, SpecificRecord> context) {
            this.context = context;
            states = context.getStateStore(STATES);
            dueDates = context.getStateStore(DUE);
        }

        @Override
        public void process(Record<String, SpecificRecord> record) {
            if (record.value() instanceof ClockTicked tick) {
                pass(tick.getBusinessTime());
            } else {
                book(record.key(), record.value());
            }
        }

        private void book(String customer, SpecificRecord fact) {
            Instant occurredAt = requireNonNull(FactRules.occurredAt(fact));
            Instant at = occurredAt.isAfter(clock) ? occurredAt : clock;
            Moment moment = new Moment(calendar.dateOf(at), at, requireNonNull(FactRules.eventIdOf(fact)));
            S before = read(customer);
            keep(customer, before, decider.book(before, fact, moment, (topic, event) -> say(topic, customer, event)));
        }

        private void pass(Instant tick) {
            LocalDate today = calendar.dateOf(tick);
            for (String customer : dueBy(today)) {
                Moment moment = new Moment(today, tick, today.toString());
                S before = read(customer);
                keep(customer, before, decider.review(before, moment, (topic, event) -> say(topic, customer, event)));
            }
            clock = tick;
            if (!tick.isBefore(lastTick)) {
                whenDone.run();
            }
        }

        private List<String> dueBy(LocalDate today) {
            List<String> due = new ArrayList<>();
            try (KeyValueIterator<String, byte[]> found =
                    requireNonNull(dueDates).range(null, today.plusDays(1).toString())) {
                while (found.hasNext()) {
                    KeyValue<String, byte[]> one = found.next();
                    due.add(one.key.substring(one.key.indexOf('|') + 1));
                }
            }
            return due;
        }

        private S read(String customer) {
            return decider.read(customer, requireNonNull(states).get(customer));
        }

        private void keep(String customer, S before, S after) {
            LocalDate dueBefore = decider.due(before);
            LocalDate due = decider.due(after);
            if (dueBefore != null && !dueBefore.equals(due)) {
                requireNonNull(dueDates).delete(dueBefore + "|" + customer);
            }
            if (due != null && !due.equals(dueBefore)) {
                requireNonNull(dueDates).put(due + "|" + customer, NOTHING);
            }
            requireNonNull(states).put(customer, decider.write(after));
        }

        private void say(String topic, String customer, SpecificRecord event) {
            requireNonNull(context).forward(new Record<>(customer, event, clock.toEpochMilli()), topic);
        }
    }
}
