package stratum.customer.store;

import org.jspecify.annotations.Nullable;

/** A customer in a list. */
public record Summary(
        String customerId,
        @Nullable String tier,
        @Nullable Integer score,
        @Nullable String stage,
        @Nullable Integer risk) {}
