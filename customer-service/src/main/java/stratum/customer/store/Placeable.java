package stratum.customer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that may change who looks after a customer, or when the next contact is due.
 *
 * @param at business time; it is looked at once the bank's clock has passed that
 * @param cause of one moment, in the order of their names
 * @param tier said with MOVED and NEAR_UPGRADE, with score and balance in minor units of the base currency
 * @param stage said with STAGE
 * @param preferred said with LEFT: who is to take over
 */
public record Placeable(
        Instant at,
        String customerId,
        Cause cause,
        @Nullable String tier,
        @Nullable Long score,
        @Nullable Long balanceMinor,
        @Nullable String stage,
        @Nullable String preferred) {

    /** What happened. */
    public enum Cause {
        CONTACT,
        LEFT,
        MOVED,
        NEAR_UPGRADE,
        OFFER,
        POLICY,
        PROFILE,
        ROOM,
        STAFF,
        STAGE
    }

    /** A cause without more to it. */
    public static Placeable of(Cause cause, String customerId, Instant at) {
        return new Placeable(at, customerId, cause, null, null, null, null, null);
    }
}
