package stratum.customer.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput.Mistake;

/**
 * What became of one fact that was sent in.
 *
 * @param index its place among those sent, from 0
 * @param status accepted: all in-sync replicas have it; rejected: it is broken; failed: the broker has not confirmed
 *     it, and it may be sent again under the same id
 */
public record FactAnswer(
        long index,
        @Nullable String eventId,
        String status,
        @Nullable List<Mistake> errors) {

    public static final String ACCEPTED = "accepted";
    public static final String REJECTED = "rejected";
    public static final String FAILED = "failed";

    static FactAnswer accepted(long index, @Nullable String eventId) {
        return new FactAnswer(index, eventId, ACCEPTED, null);
    }

    static FactAnswer rejected(long index, Reading.Broken broken) {
        return new FactAnswer(index, broken.eventId(), REJECTED, broken.errors());
    }

    /** The broker itself will not have the fact, now or later. */
    static FactAnswer refused(long index, @Nullable String eventId, Mistake why) {
        return new FactAnswer(index, eventId, REJECTED, List.of(why));
    }

    static FactAnswer failed(long index, @Nullable String eventId) {
        Mistake failure = new Mistake("", "The log has not confirmed it; send it again with the same event id.");
        return new FactAnswer(index, eventId, FAILED, List.of(failure));
    }
}
