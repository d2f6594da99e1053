package stratum.customer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer comes to a manager, or goes from one.
 *
 * @param cause what led to it
 * @param why it is this manager, or nobody
 * @param note what the new one must know, as JSON
 */
public record Handover(
        String customerId,
        Instant at,
        String cause,
        @Nullable String fromManager,
        @Nullable String toManager,
        String why,
        @Nullable String fromTier,
        @Nullable String toTier,
        String note) {}
