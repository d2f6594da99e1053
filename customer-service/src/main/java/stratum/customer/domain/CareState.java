package stratum.customer.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is looked after.
 *
 * @param rating what scoring says; none before it has
 * @param stage of life; none before lifecycle has said
 * @param due the next contact, if any
 */
public record CareState(
        String customerId,
        @Nullable Rating rating,
        @Nullable Staged stage,
        Keeping keeping,
        ContactPlan.@Nullable Due due) {

    /**
     * What scoring says, as of the last tier signal taken in, at {@code signalAt}.
     *
     * @param movedAt when the customer moved into the tier, as far as that was signalled
     * @param balanceMinor in minor units of the base currency
     */
    public record Rating(
            AssignmentPolicy.Customer customer,
            long balanceMinor,
            @Nullable Instant movedAt,
            Instant signalAt) {}

    /** A stage, and when the customer moved into it. */
    public record Staged(String stage, Instant at) {}

    /**
     * Where the customer is kept.
     *
     * @param managerId who looks after the customer since {@code since}; none where nobody does
     * @param waitingSince set while nobody of the right role has room
     */
    public record Keeping(
            @Nullable String branch,
            @Nullable String managerId,
            @Nullable Instant since,
            @Nullable Instant waitingSince) {}

    /**
     * A signal of scoring.
     *
     * @param moved whether the tier changed; else little is missing for the next one
     */
    public record Signal(Instant at, boolean moved, String tier, int score, long balanceMinor) {}

    /** After a tier signal; an older one than is known changes nothing. */
    public CareState signalled(Signal signal) {
        if (rating != null && signal.at().isBefore(rating.signalAt())) {
            return this;
        }
        Instant movedBefore = rating == null ? null : rating.movedAt();
        Rating next = new Rating(
                new AssignmentPolicy.Customer(signal.tier(), signal.score(), !signal.moved()),
                signal.balanceMinor(),
                signal.moved() ? signal.at() : movedBefore,
                signal.at());
        return new CareState(customerId, next, stage, keeping, due);
    }

    /** After a move to another stage; an older one than is known changes nothing. */
    public CareState staged(Staged move) {
        return stage != null && move.at().isBefore(stage.at())
                ? this
                : new CareState(customerId, rating, move, keeping, due);
    }

    /** Kept like that from now on. */
    public CareState kept(Keeping next) {
        return new CareState(customerId, rating, stage, next, due);
    }

    /** With the next contact, or none. */
    public CareState due(ContactPlan.@Nullable Due next) {
        return new CareState(customerId, rating, stage, keeping, next);
    }

    /** As of the last tier signal; none before that. */
    public @Nullable String tier() {
        return rating == null ? null : rating.customer().tier();
    }

    /** What counts for the load of who looks after the customer; 0 before scoring has said. */
    public long balanceMinor() {
        return rating == null ? 0 : rating.balanceMinor();
    }

    /** Who looks after the customer; none where nobody does. */
    public @Nullable String managerId() {
        return keeping.managerId();
    }
}
