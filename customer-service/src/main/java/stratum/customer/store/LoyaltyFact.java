package stratum.customer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that loyalty is counted by.
 *
 * @param value the score of a SURVEY, the stage entered with STAGE
 */
public record LoyaltyFact(
        Kind kind,
        Instant at,
        String customerId,
        String id,
        @Nullable String value) {

    /** What happened. */
    public enum Kind {
        OPENED,
        REFERRAL,
        STAGE,
        SURVEY
    }
}
