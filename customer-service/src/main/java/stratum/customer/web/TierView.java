package stratum.customer.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import stratum.customer.store.TierChange;

/**
 * A tier a customer held.
 *
 * @param validFrom the business date from which it was held
 * @param knownFrom the business time since which it was known
 */
record TierView(String tier, @Nullable String fromTier, String kind, LocalDate validFrom, Instant knownFrom) {

    static TierView of(TierChange change) {
        return new TierView(change.tier(), change.fromTier(), change.kind(), change.asOf(), change.at());
    }
}
