package stratum.customer.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What becomes of an edit of a customer file. */
public sealed interface Edit {

    /** The edit stands: the file gets this version, as of this moment. */
    record Made(long version, Instant occurredAt) implements Edit {}

    /** The same edit was made before; nothing changes. */
    record Repeated(long version) implements Edit {}

    /** Somebody changed the file meanwhile. */
    record Overtaken(long version) implements Edit {}

    /** The edit is of an earlier moment than the file already knows. */
    record Outdated(Instant changedAt) implements Edit {}

    /** The edit is of a moment more than a day ahead of the clock: it would bar every later one. */
    record Absurd(Instant statedAt, Instant now) implements Edit {}

    /**
     * Decides on an edit. One that states no moment is of now, and after the last change, unless that is of an absurd
     * moment itself.
     */
    static Edit decide(FileState held, Proposal proposal, Instant now) {
        if (proposal.eventId().equals(held.eventId())) {
            return new Repeated(held.version());
        }
        if (!proposal.expectation().holds(held.version())) {
            return new Overtaken(held.version());
        }
        Instant stated = proposal.statedAt();
        if (stated != null && BusinessTime.isAbsurd(stated, now)) {
            return new Absurd(stated, now);
        }
        Instant changedAt = believable(held.changedAt(), now);
        if (stated != null && changedAt != null && !stated.isAfter(changedAt)) {
            return new Outdated(changedAt);
        }
        return new Made(held.version() + 1, stated == null ? BusinessTime.next(now, changedAt) : stated);
    }

    private static @Nullable Instant believable(@Nullable Instant changedAt, Instant now) {
        return changedAt == null || BusinessTime.isAbsurd(changedAt, now) ? null : changedAt;
    }

    /**
     * An edit that somebody wants to make.
     *
     * @param statedAt the moment of the change, where the editor says; in whole milliseconds
     */
    record Proposal(
            String eventId,
            Expectation expectation,
            @Nullable Instant statedAt) {

        public Proposal {
            statedAt = statedAt == null ? null : statedAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
