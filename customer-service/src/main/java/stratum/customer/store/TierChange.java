package stratum.customer.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer went from one tier to another.
 *
 * @param at the business time of the decision: since then it is known
 * @param asOf the business date from which the tier is held
 * @param offset of the signal: of one time, the later record rules
 */
public record TierChange(
        String customerId,
        Instant at,
        String signalId,
        String kind,
        @Nullable String fromTier,
        String tier,
        LocalDate asOf,
        long offset) {}
