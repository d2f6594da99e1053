package stratum.customer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that stands in one row about a customer; JSON as text. What scoring and lifecycle have not yet said is absent.
 */
public record CustomerRow(
        String customerId,
        long version,
        @Nullable Instant profileAt,
        @Nullable String profile,
        @Nullable String consents,
        @Nullable String tier,
        @Nullable Integer score,
        @Nullable String standing,
        @Nullable String stage,
        @Nullable Integer risk,
        @Nullable String lifecycle) {}
