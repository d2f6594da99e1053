package stratum.benchmarks.contest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;

/** Decides as another does, and counts. */
final class Counted<S> implements Decider<S> {

    private final Decider<S> decider;
    private final LongAdder facts;
    private final LongAdder reviews;

    Counted(Decider<S> decider) {
        this(decider, new LongAdder(), new LongAdder());
    }

    private Counted(Decider<S> decider, LongAdder facts, LongAdder reviews) {
        this.decider = decider;
        this.facts = facts;
        this.reviews = reviews;
    }

    @Override
    public Decider<S> knowing(List<SpecificRecord> reference) {
        return new Counted<>(decider.knowing(reference), facts, reviews);
    }

    @Override
    public @Nullable Rule ruleAt(Instant time) {
        return decider.ruleAt(time);
    }

    @Override
    public S read(String customerId, byte @Nullable [] bytes) {
        return decider.read(customerId, bytes);
    }

    @Override
    public byte[] write(S state) {
        return decider.write(state);
    }

    @Override
    public S book(S state, SpecificRecord fact, Moment moment, Announcements announcements) {
        facts.increment();
        return decider.book(state, fact, moment, announcements);
    }

    @Override
    public S review(S state, Moment moment, Announcements announcements) {
        reviews.increment();
        return decider.review(state, moment, announcements);
    }

    @Override
    public @Nullable LocalDate due(S state) {
        return decider.due(state);
    }

    long facts() {
        return facts.sum();
    }

    long reviews() {
        return reviews.sum();
    }
}
