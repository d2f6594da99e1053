package stratum.platform.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;

/**
 * Drives a {@link Decider} over one partition. A fact is held until the tick that closes its slice of the log is
 * complete; then each customer's facts are worked through in order of event time, then whoever is due, and then the
 * tick is passed on. See docs/guarantees.md for what follows from it.
 */
final class DecisionProcessor<S> implements Processor<String, byte[], String, Object> {

    /** A fact further ahead of the clock than this is a mistake, not a clock that lags. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final DecisionTopology<S> topology;
    private final DueIndex due = new DueIndex();
    private final TreeMap<String, Waiters> waiting = new TreeMap<>();
    private int waitingFacts;

    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable KeyValueStore<String, byte[]> customers;
    private @Nullable KeyValueStore<String, byte[]> clock;
    private @Nullable Watermarks watermarks;
    private @Nullable Progress progress;

    DecisionProcessor(DecisionTopology<S> topology) {
        this.topology = topology;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        customers = context.getStateStore(DecisionTopology.CUSTOMERS);
        clock = context.getStateStore(DecisionTopology.CLOCK);
        watermarks = new Watermarks(topology.inputs(), partition(), clock().get(DecisionTopology.CLOCK));
        progress = topology.progress(partition(), () -> waitingFacts);
        restore();
        progress().reached(watermarks().last());
        // The end of a partition may bring no record (a transaction's marker), so it is looked at now and then.
        context.schedule(LOOK_AGAIN, PunctuationType.WALL_CLOCK_TIME, now -> advance());
    }

    private void restore() {
        try (KeyValueIterator<String, byte[]> all = customers().all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> one = all.next();
                Held held = Held.read(one.value);
                due.move(one.key, null, held.due());
                held.arrivals().forEach(waits -> hold(one.key, held, topology.read(waits)));
            }
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordMetadata from = context().recordMetadata().orElseThrow();
        int input = topology.inputOf(from.topic());
        if (input != DecisionTopology.THE_CLOCK) {
            watermarks().processed(input, from.offset());
        }
        SpecificRecord event = topology.admit(from.topic(), record.key(), record.value());
        if (event instanceof ClockTicked tick) {
            ticked(input, tick);
        } else {
            arrived(record.key(), watermarks().arrived(input, from.offset(), record.value()), event);
        }
        advance();
    }

    private void ticked(int input, ClockTicked tick) {
        if (input == DecisionTopology.THE_CLOCK) {
            watermarks().queue(tick);
        } else {
            watermarks().ticked(input, tick.getBusinessTime());
        }
        keepClock();
    }

    private void arrived(String customer, Waits waits, SpecificRecord fact) {
        topology.limit(waitingFacts);
        Waiters known = waiting.get(customer);
        Held held = known == null ? Held.read(customers().get(customer)) : known.held();
        held.hold(waits);
        customers().put(customer, held.write());
        hold(customer, held, topology.arrival(waits, fact));
    }

    private void hold(String customer, Held held, Arrival arrival) {
        waiting.computeIfAbsent(customer, key -> new Waiters(held, new ArrayList<>()))
                .arrivals()
                .add(arrival);
        waitingFacts++;
    }

    private void advance() {
        for (Waiting tick = watermarks().complete();
                tick != null;
                tick = watermarks().complete()) {
            workThrough(tick);
            watermarks().passed(tick);
            keepClock();
            passOn(tick);
            progress().reached(tick.time());
        }
    }

    private void workThrough(Waiting tick) {
        for (String customer : List.copyOf(waiting.keySet())) {
            workThrough(customer, tick);
        }
        LocalDate today = topology.calendar().dateOf(tick.time());
        for (String customer = due.firstUpTo(today); customer != null; customer = due.firstUpTo(today)) {
            work(customer, tick).review(today).settle();
        }
    }

    private void workThrough(String customer, Waiting tick) {
        Waiters waiters = requireNonNull(waiting.get(customer));
        List<Arrival> ready = take(waiters, arrival -> watermarks().includes(tick, arrival));
        List<Arrival> absurd = take(waiters, arrival -> isFarAhead(tick, arrival));
        if (!ready.isEmpty() || !absurd.isEmpty()) {
            work(customer, tick).book(ready).refuse(absurd).settle();
        }
    }

    private boolean isFarAhead(Waiting tick, Arrival arrival) {
        return watermarks().liesBefore(tick, arrival.waits())
                && arrival.occurredAt().isAfter(tick.time().plus(AHEAD));
    }

    /** Takes the waiting facts that fit, in the order in which they are to be worked through. */
    private List<Arrival> take(Waiters waiters, Predicate<Arrival> fits) {
        List<Arrival> taken =
                waiters.arrivals().stream().filter(fits).sorted(Arrival.ORDER).toList();
        if (!taken.isEmpty()) {
            waiters.arrivals().removeIf(fits);
            waitingFacts -= taken.size();
        }
        return taken;
    }

    private CustomerWork<S> work(String customer, Waiting tick) {
        Waiters known = waiting.get(customer);
        Held held = known == null ? Held.read(customers().get(customer)) : known.held();
        return new CustomerWork<>(customer, held, tick, this);
    }

    /** Keeps what is known of a customer after its work, with the facts that still wait. */
    void keep(String customer, Held held, @Nullable LocalDate dueBefore) {
        Waiters still = waiting.get(customer);
        held.stillWaiting(
                still == null
                        ? List.of()
                        : still.arrivals().stream().map(Arrival::waits).toList());
        if (still != null && still.arrivals().isEmpty()) {
            waiting.remove(customer);
        }
        customers().put(customer, held.write());
        due.move(customer, dueBefore, held.due());
    }

    void announce(String customer, String topic, SpecificRecord event, long time) {
        context().forward(new Record<>(customer, event, time), DecisionTopology.sinkOf(topic));
    }

    void deadLetter(String customer, Arrival arrival, String reason, String detail) {
        context()
                .forward(
                        topology.deadLetter(customer, arrival, partition(), reason, detail),
                        DecisionTopology.sinkOf(topology.deadLetters()));
    }

    private void passOn(Waiting tick) {
        ClockTicked passed = new ClockTicked(tick.time(), List.of());
        for (String topic : topology.ticking()) {
            Record<String, Object> record =
                    new Record<>(TickKeys.of(partition()), passed, tick.time().toEpochMilli());
            watermarks().counts().writeTo(record.headers());
            context().forward(record, DecisionTopology.sinkOf(topic));
        }
    }

    private void keepClock() {
        clock().put(DecisionTopology.CLOCK, watermarks().write());
    }

    private int partition() {
        return context().taskId().partition();
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }

    DecisionTopology<S> topology() {
        return topology;
    }

    /** A customer with facts that wait: what is kept of it, and those facts. */
    private record Waiters(Held held, List<Arrival> arrivals) {}

    Watermarks watermarks() {
        return requireNonNull(watermarks);
    }

    private ProcessorContext<String, Object> context() {
        return requireNonNull(context);
    }

    private KeyValueStore<String, byte[]> customers() {
        return requireNonNull(customers);
    }

    private KeyValueStore<String, byte[]> clock() {
        return requireNonNull(clock);
    }

    private Progress progress() {
        return requireNonNull(progress);
    }
}
