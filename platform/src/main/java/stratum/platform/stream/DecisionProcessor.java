package stratum.platform.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;

/**
 * Drives a {@link Decider} over one partition. A fact is held until the tick that closes its slice of the log is
 * complete; then each customer's facts are worked through in order of event time, then whoever is due, and then the
 * tick is passed on. See docs/guarantees.md for what follows from it.
 */
final class DecisionProcessor<S> implements Processor<String, byte[], String, Object> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Customers worked through without a pause, which take far less time than a transaction may last. */
    private static final int AT_ONCE = 50_000;

    private final DecisionTopology<S> topology;
    private final DueIndex due = new DueIndex();
    private List<CustomerEntry> waiting = new ArrayList<>();
    private int waitingFacts;
    private @Nullable Iterator<CustomerEntry> toLookAtAgain;

    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable CustomerStore customers;
    private @Nullable Watermarks watermarks;
    private @Nullable Knowledge<S> knowledge;
    private @Nullable Progress progress;

    DecisionProcessor(DecisionTopology<S> topology) {
        this.topology = topology;
    }

    /** Called anew, with the stores as last committed, after a transaction that failed. */
    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        due.clear();
        waiting = new ArrayList<>();
        waitingFacts = 0;
        toLookAtAgain = null;
        customers = context.getStateStore(DecisionTopology.CUSTOMERS);
        watermarks = new Watermarks(
                topology.inputs(),
                partition(),
                topology.spread(),
                customers().restoredClock(),
                customers().restoredTicks());
        knowledge = new Knowledge<>(topology, context::getStateStore);
        customers().goOnWith(watermarks, knowledge);
        progress = topology.progress(partition(), () -> waitingFacts);
        customers().takeOver(topology::read, this::takeOver);
        progress().reached(watermarks().last());
        // The end of a partition may bring no record (a transaction's marker), so it is looked at now and then.
        context.schedule(LOOK_AGAIN, PunctuationType.WALL_CLOCK_TIME, now -> advance());
    }

    private void takeOver(CustomerEntry customer) {
        due.move(customer.id(), null, Held.read(customer.record()).due());
        if (!customer.waiting().isEmpty()) {
            waiting.add(customer);
            waitingFacts += customer.waiting().size();
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        customers().changed();
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
    }

    private void arrived(String customerId, Waits waits, SpecificRecord fact) {
        topology.limit(waitingFacts);
        CustomerEntry customer = customers().of(customerId);
        if (customer.hold(topology.arrival(waits, fact))) {
            waiting.add(customer);
        }
        waitingFacts++;
        customers().changed(customer);
    }

    /** Works through the complete ticks; where there is very much, with pauses in which it can be committed. */
    private void advance() {
        int left = AT_ONCE;
        for (Waiting tick = complete(); tick != null; tick = complete()) {
            left -= 1 + workThrough(tick, left);
            customers().changed();
            if (left <= 0) {
                return; // the rest of the tick, if any is left, comes at the next look
            }
            toLookAtAgain = null;
            watermarks().passed(tick);
            passOn(tick);
            progress().reached(tick.time());
        }
    }

    private @Nullable Waiting complete() {
        Waiting tick = watermarks().complete();
        return tick != null && knowledge().isComplete(tick) ? tick : null;
    }

    /**
     * Does all there is to do at a tick, or so much of it, and goes on where it was when called for the same tick again.
     *
     * @return for how many customers there was work; at least the limit where some is left
     */
    private int workThrough(Waiting tick, int limit) {
        knowledge().advanceTo(tick);
        List<CustomerEntry> those = waiting;
        waiting = new ArrayList<>();
        those.sort(Comparator.naturalOrder());
        those.forEach(customer -> workThrough(customer, tick));
        int done = those.size();
        done += reevaluate(tick, limit - done);
        return done + reviewWhoIsDue(tick, limit - done);
    }

    /** After a change of the rules everybody is looked at again, a part at each tick. */
    private int reevaluate(Waiting tick, int limit) {
        Iterator<CustomerEntry> left = toLookAtAgain == null ? whoseTurnItIs(tick) : toLookAtAgain;
        toLookAtAgain = left;
        LocalDate today = topology.calendar().dateOf(tick.time());
        int done = 0;
        for (; done < limit && left.hasNext(); done++) {
            new CustomerWork<>(left.next(), tick, this).reviewAnyway(today).settle();
        }
        return done;
    }

    private Iterator<CustomerEntry> whoseTurnItIs(Waiting tick) {
        Instant last = watermarks().last();
        Reevaluation reevaluation = watermarks().reevaluation();
        reevaluation.follow(knowledge().current().ruleAt(tick.time()), last);
        if (last == null || !reevaluation.isGoingOn(last, tick.time())) {
            return Collections.emptyIterator();
        }
        return customers().all().stream()
                .filter(customer -> customer.record() != null)
                .filter(customer -> reevaluation.isTurnOf(customer.id(), last, tick.time()))
                .sorted()
                .toList()
                .iterator();
    }

    private int reviewWhoIsDue(Waiting tick, int limit) {
        LocalDate today = topology.calendar().dateOf(tick.time());
        int done = 0;
        for (String id = due.firstUpTo(today); done < limit && id != null; id = due.firstUpTo(today)) {
            new CustomerWork<>(customers().of(id), tick, this)
                    .reviewIfDue(today)
                    .settle();
            done++;
        }
        return done;
    }

    private void workThrough(CustomerEntry customer, Waiting tick) {
        Slice slice = Slice.of(customer.waiting(), tick, watermarks());
        customer.stillWaiting(slice.later());
        waitingFacts -= slice.ready().size() + slice.absurd().size();
        if (!slice.later().isEmpty()) {
            waiting.add(customer);
        }
        if (!slice.ready().isEmpty() || !slice.absurd().isEmpty()) {
            new CustomerWork<>(customer, tick, this)
                    .book(slice.ready())
                    .refuse(slice.absurd())
                    .settle();
        }
    }

    /** Keeps what is known of a customer after its work. */
    void keep(CustomerEntry customer, Held held, @Nullable LocalDate dueBefore) {
        customer.record(held.write());
        customers().changed(customer);
        due.move(customer.id(), dueBefore, held.due());
    }

    void announce(String customer, String topic, SpecificRecord event, Instant time) {
        Record<String, Object> record = new Record<>(customer, event, RecordTime.of(time));
        context().forward(record, DecisionTopology.sinkOf(topic));
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
            Record<String, Object> record = new Record<>(TickKeys.of(partition()), passed, RecordTime.of(tick.time()));
            watermarks().counts().writeTo(record.headers());
            context().forward(record, DecisionTopology.sinkOf(topic));
        }
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

    /** The decisions by all that was known before the tick that is worked through. */
    Decider<S> decider() {
        return knowledge().current();
    }

    Watermarks watermarks() {
        return requireNonNull(watermarks);
    }

    private ProcessorContext<String, Object> context() {
        return requireNonNull(context);
    }

    private CustomerStore customers() {
        return requireNonNull(customers);
    }

    private Knowledge<S> knowledge() {
        return requireNonNull(knowledge);
    }

    private Progress progress() {
        return requireNonNull(progress);
    }
}
