package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the bank's facts say for leaving a customer alone.
 *
 * @param openComplaints complaints opened less resolved
 * @param penalty when penalty interest on a debt was last charged; none where never, or where it was taken back
 * @param unsubscribed when the customer last unsubscribed from a channel
 */
public record Caution(int openComplaints, @Nullable Instant penalty, Map<Channel, Instant> unsubscribed) {

    /** Nothing is known against. */
    public static final Caution NONE = new Caution(0, null, Map.of());

    /** So long after a penalty a customer counts as in arrears. */
    static final Duration ARREARS = Duration.ofDays(90);

    public Caution {
        unsubscribed = Map.copyOf(unsubscribed);
    }

    Caution complained() {
        return new Caution(openComplaints + 1, penalty, unsubscribed);
    }

    Caution answered() {
        return new Caution(Math.max(0, openComplaints - 1), penalty, unsubscribed);
    }

    Caution penalised(Instant at) {
        return penalty != null && penalty.isAfter(at) ? this : new Caution(openComplaints, at, unsubscribed);
    }

    /** The penalty of that moment was taken back. */
    Caution forgiven(Instant at) {
        return at.equals(penalty) ? new Caution(openComplaints, null, unsubscribed) : this;
    }

    Caution unsubscribed(Channel channel, Instant at) {
        Map<Channel, Instant> more = new EnumMap<>(Channel.class);
        more.putAll(unsubscribed);
        more.merge(channel, at, (one, other) -> one.isAfter(other) ? one : other);
        return new Caution(openComplaints, penalty, more);
    }

    boolean isInArrears(Instant at) {
        return penalty != null && penalty.plus(ARREARS).isAfter(at);
    }
}
