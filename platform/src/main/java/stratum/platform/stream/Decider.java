package stratum.platform.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a service decides about one customer: pure functions of what it knows, what comes in, and the moment. No clock,
 * no chance, no I/O.
 *
 * @param <S> what the service knows about a customer: an immutable value, so that a fact that cannot be booked leaves
 *     what was known before
 */
public interface Decider<S> {

    /** What is known about a customer, from the bytes that {@link #write} made; none for a customer not met before. */
    S read(String customerId, byte @Nullable [] bytes);

    /** The bytes to keep of it. Their first byte should tell their layout, so that a later version can read them. */
    byte[] write(S state);

    /** Books a fact and says what follows. Facts of one customer come in order of event time, late ones excepted. */
    S book(S state, SpecificRecord fact, Moment moment, Announcements announcements);

    /** Reviews the customer on its due date, with no new fact. Afterwards the due date must lie later, or be none. */
    S review(S state, Moment moment, Announcements announcements);

    /** The date by which the customer must be reviewed; before it nothing follows from the mere passing of time. */
    @Nullable LocalDate due(S state);

    /** The moment at which something follows with no new fact, where a date is not fine enough; none where nothing waits. */
    default @Nullable Instant wake(S state) {
        return null;
    }

    /** Does what waited for the moment, which is never before {@link #wake}. Afterwards that must lie later, or be none. */
    default S wakeUp(S state, Moment moment, Announcements announcements) {
        return state;
    }

    /**
     * The same decisions by this reference data: what the reference topics say, in the order of the inputs and of the log.
     * Called when it has changed, between two ticks.
     */
    default Decider<S> knowing(List<SpecificRecord> reference) {
        return this;
    }

    /** The rule that is in force for everybody at a moment; when it becomes another, everybody is looked at again. */
    default @Nullable Rule ruleAt(Instant time) {
        return null;
    }

    /**
     * A rule for everybody.
     *
     * @param name tells it from every other
     * @param from the event time from which it is in force
     */
    record Rule(String name, Instant from) {}
}
