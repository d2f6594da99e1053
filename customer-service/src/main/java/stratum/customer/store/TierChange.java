package stratum.customer.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer went from one tier to another. */
public record TierChange(
        String customerId,
        Instant at,
        String signalId,
        String kind,
        @Nullable String fromTier,
        String tier,
        LocalDate asOf) {}
