package stratum.platform.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work on one customer at one tick: read once, written once. */
final class CustomerWork<S> {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerWork.class);

    /** Facts older than this are not booked on their day any more. */
    private static final int LATEST_DAYS = 400;

    /** No customer's state is larger, in bytes: it must fit one record of the changelog, beside what waits. */
    private static final int LARGEST_STATE = 1 << 20;

    /** A fact adds no more to a state than it has bytes itself, and this. */
    private static final int MOST_ADDED = 4_096;

    private final CustomerEntry entry;
    private final String customer;
    private final Held held;
    private final Waiting tick;
    private final DecisionProcessor<S> processor;
    private final Decider<S> decider;
    private final BusinessCalendar calendar;
    private final @Nullable Instant last;
    private final LocalDate dateOfLast;
    private final @Nullable LocalDate dueBefore;
    private S state;
    private int stateBytes;
    private @Nullable LocalDate postponed;

    CustomerWork(CustomerEntry entry, Waiting tick, DecisionProcessor<S> processor) {
        this.entry = entry;
        this.customer = entry.id();
        this.held = Held.read(entry.record());
        this.tick = tick;
        this.processor = processor;
        this.decider = processor.decider();
        this.calendar = processor.topology().calendar();
        this.last = processor.watermarks().last();
        this.dateOfLast = last == null ? LocalDate.MIN : calendar.dateOf(last);
        this.dueBefore = held.due();
        byte[] kept = held.state();
        this.state = decider.read(customer, kept);
        this.stateBytes = kept == null ? 0 : kept.length;
    }

    CustomerWork<S> book(List<Arrival> ready) {
        ready.forEach(this::book);
        return this;
    }

    private void book(Arrival arrival) {
        if (arrival.hasId() && held.remembers(arrival.id())) {
            processor.watermarks().counts().repeated();
            return;
        }
        LocalDate date = calendar.dateOf(arrival.occurredAt());
        LocalDate asOf = date.isAfter(dateOfLast) ? date : dateOfLast;
        if (apply(arrival, new Moment(asOf, laterOf(arrival.occurredAt()), arrival.id()))) {
            booked(arrival, date, asOf);
        }
    }

    private void booked(Arrival arrival, LocalDate date, LocalDate asOf) {
        if (arrival.hasId()) {
            held.remember(arrival.id(), asOf);
        }
        if (ChronoUnit.DAYS.between(date, asOf) > LATEST_DAYS) {
            processor.deadLetter(customer, arrival, "TOO_LATE", tooLate(date, asOf));
        }
        processor.watermarks().counts().booked(date.isBefore(dateOfLast));
    }

    private static String tooLate(LocalDate date, LocalDate asOf) {
        return "It occurred on %s, which on %s is over %d days ago; it counts in lifetime totals only"
                .formatted(date, asOf, LATEST_DAYS);
    }

    private Instant laterOf(Instant occurredAt) {
        return last != null && last.isAfter(occurredAt) ? last : occurredAt;
    }

    /** What one fact breaks must not stop the others: it goes to the dead letters and the state stays as it was. */
    private boolean apply(Arrival arrival, Moment moment) {
        Outbox outbox = new Outbox();
        try {
            reviewBefore(moment.asOf());
            state = bounded(decider.book(state, arrival.fact(), moment, outbox), arrival);
        } catch (RuntimeException e) {
            LOG.error("A fact could not be booked: input {}, offset {}", inputOf(arrival), offsetOf(arrival), e);
            processor.deadLetter(customer, arrival, "NOT_BOOKED", String.valueOf(e.getMessage()));
            return false;
        }
        outbox.send(moment);
        return true;
    }

    /** Measures the state only where it may have become too large. */
    private S bounded(S booked, Arrival arrival) {
        stateBytes += arrival.waits().raw().length + MOST_ADDED;
        if (stateBytes > LARGEST_STATE) {
            stateBytes = decider.write(booked).length;
            if (stateBytes > LARGEST_STATE) {
                throw new IllegalStateException(
                        "With it %d bytes would be known of the customer, and at most %d are kept"
                                .formatted(stateBytes, LARGEST_STATE));
            }
        }
        return booked;
    }

    private String inputOf(Arrival arrival) {
        return processor.topology().inputs().get(arrival.waits().input()).topic();
    }

    private static long offsetOf(Arrival arrival) {
        return arrival.waits().offset();
    }

    CustomerWork<S> refuse(List<Arrival> absurd) {
        absurd.forEach(arrival -> processor.deadLetter(
                customer,
                arrival,
                "ABSURD_DATE",
                "It occurred at %s, but the bank's clock stands at %s".formatted(arrival.occurredAt(), tick.time())));
        return this;
    }

    CustomerWork<S> reviewIfDue(LocalDate today) {
        return review(today, false);
    }

    CustomerWork<S> reviewAnyway(LocalDate today) {
        return review(today, true);
    }

    /** What one customer's review breaks must not stop the others: it is tried again on the next business day. */
    private CustomerWork<S> review(LocalDate today, boolean anyway) {
        try {
            reviewBefore(today);
            LocalDate due = decider.due(state);
            if (anyway || (due != null && !due.isAfter(today))) {
                review(today, tick.time());
            }
        } catch (RuntimeException e) {
            LOG.error("A customer could not be reviewed on {}; tried again the next day", today, e);
            processor.topology().reviewFailed();
            postponed = today.plusDays(1);
        }
        return this;
    }

    /** Days on which no tick came are passed one due date at a time. */
    private void reviewBefore(LocalDate date) {
        for (LocalDate due = decider.due(state); due != null && due.isBefore(date); due = decider.due(state)) {
            review(due, calendar.endOf(due));
        }
    }

    private void review(LocalDate date, Instant at) {
        Moment moment = new Moment(date, at, date.toString());
        Outbox outbox = new Outbox();
        state = decider.review(state, moment, outbox);
        LocalDate due = decider.due(state);
        if (due != null && !due.isAfter(date)) {
            throw new IllegalStateException(
                    "Customer %s was reviewed on %s and is due on %s again".formatted(customer, date, due));
        }
        outbox.send(moment);
    }

    void settle() {
        held.forgetBefore(calendar.dateOf(tick.time()));
        held.settle(decider.write(state), postponed == null ? decider.due(state) : postponed);
        processor.keep(entry, held, dueBefore);
    }

    /** Keeps announcements until the decision is whole. */
    private final class Outbox implements Announcements {

        private record Announced(String topic, SpecificRecord event) {}

        private final List<Announced> announced = new ArrayList<>();

        @Override
        public void announce(String topic, SpecificRecord event) {
            announced.add(new Announced(topic, event));
        }

        void send(Moment moment) {
            announced.forEach(one -> processor.announce(customer, one.topic(), one.event(), moment.at()));
        }
    }
}
