package stratum.scoring.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.TierPolicy;

/**
 * Customers by tier, lowest first.
 *
 * @param asOf the earliest date that any partition has reached; none before the first tick
 */
record DistributionView(@Nullable LocalDate asOf, long customers, Map<String, Long> tiers) {

    static DistributionView nobody(TierPolicy policy) {
        Map<String, Long> tiers = new LinkedHashMap<>();
        policy.tiers().forEach(tier -> tiers.put(tier.code(), 0L));
        return new DistributionView(null, 0, tiers);
    }

    static DistributionView of(String tier, LocalDate asOf) {
        return new DistributionView(asOf, 1, Map.of(tier, 1L));
    }

    DistributionView plus(DistributionView that) {
        Map<String, Long> sum = new LinkedHashMap<>(tiers);
        that.tiers.forEach((tier, count) -> sum.merge(tier, count, Long::sum));
        return new DistributionView(earlier(asOf, that.asOf), customers + that.customers, sum);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
