package stratum.lifecycle.domain;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a customer, if the rhythm stays what it was.
 *
 * @param activeDays expected active days within so many days from now
 * @param dayValue what the customer is expected to move on an active day, in minor units of the base currency
 * @param lifetimeValue what the bank will earn by that over the policy's horizon, discounted, in the same
 */
public record Outlook(Map<Integer, Double> activeDays, long dayValue, long lifetimeValue) {

    /** How far ahead is looked, in days. */
    private static final int[] HORIZONS = {30, 90, 365};

    private static final int STEP = 30;
    private static final double YEAR = 365;

    static final Outlook NOTHING = new Outlook(Map.of(30, 0.0, 90, 0.0, 365, 0.0), 0, 0);

    /** None before the first active day. */
    static @Nullable Outlook of(Cadence cadence, int asOf, LifecyclePolicy policy) {
        if (cadence.isUnknown()) {
            return null;
        }
        Map<Integer, Double> activeDays = new TreeMap<>();
        for (int horizon : HORIZONS) {
            activeDays.put(horizon, cadence.expectedDays(horizon, asOf));
        }
        double dayValue = cadence.dayValue(policy.gammaGamma());
        double lifetime = policy.value().margin() * dayValue * discountedDays(cadence, asOf, policy.value());
        return new Outlook(Map.copyOf(activeDays), Math.round(dayValue), Math.round(lifetime));
    }

    /** Expected active days of each month to come, each worth less the further off it is. */
    private static double discountedDays(Cadence cadence, int asOf, LifecyclePolicy.ValueRule rule) {
        double sum = 0;
        double until = 0;
        for (int day = STEP; day - STEP < rule.horizonDays(); day += STEP) {
            int end = Math.min(day, rule.horizonDays());
            double expected = cadence.expectedDays(end, asOf);
            sum += (expected - until) / Math.pow(1 + rule.discountRate(), end / YEAR);
            until = expected;
        }
        return sum;
    }
}
