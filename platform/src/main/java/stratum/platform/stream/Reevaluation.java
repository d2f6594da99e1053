package stratum.platform.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the looking at everybody again over a while, once the rules have changed for everybody. When in it a customer's
 * turn comes is a function of its id, and so the same however many partitions there are.
 */
final class Reevaluation {

    private static final long NEVER = Long.MIN_VALUE;

    private final long spreadMillis;
    private String ruling = "";
    private long begun = NEVER;

    Reevaluation(Duration spread) {
        this.spreadMillis = spread.toMillis();
    }

    /** Begins anew where another rule is in force than when it last began. */
    void follow(Decider.@Nullable Rule rule, @Nullable Instant lastTick) {
        if (rule != null && !rule.name().equals(ruling)) {
            ruling = rule.name();
            begun = Math.max(rule.from().toEpochMilli(), lastTick == null ? NEVER : lastTick.toEpochMilli());
        }
    }

    /** Whether a turn may come after the one tick and up to the other. */
    boolean isGoingOn(@Nullable Instant after, Instant upTo) {
        return begun != NEVER
                && after != null
                && after.toEpochMilli() < begun + spreadMillis
                && upTo.toEpochMilli() > begun;
    }

    /** Whether the customer's turn comes after the one tick and up to the other. */
    boolean isTurnOf(String customerId, Instant after, Instant upTo) {
        long turn = begun + 1 + (spreadMillis - 1) * placeOf(customerId) / Integer.MAX_VALUE;
        return turn > after.toEpochMilli() && turn <= upTo.toEpochMilli();
    }

    /** From 0 to the largest integer, evenly. */
    private static long placeOf(String customerId) {
        return (customerId.hashCode() * 0x9E3779B9) & Integer.MAX_VALUE;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(ruling);
        out.writeLong(begun);
    }

    void read(DataInputStream in) throws IOException {
        ruling = in.readUTF();
        begun = in.readLong();
    }
}
