package stratum.lifecycle.domain;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A customer's own rhythm: what is silence for one is a pause for another.
 *
 * @param model the model with the policy's parameters
 * @param activity the days on which the customer was active
 */
record Cadence(BgNbd model, Activity activity) {

    /** The probability that the customer is still active; none before the first active day. */
    @Nullable Double pAlive(LocalDate asOf) {
        LocalDate first = activity.first();
        LocalDate last = activity.last();
        return first == null || last == null
                ? null
                : model.pAlive(repeats(), Days.between(first, last), Days.between(first, asOf));
    }

    /** The first date on which that probability is below the threshold, if nothing more is heard; none if never. */
    @Nullable LocalDate dateBelow(double threshold) {
        LocalDate first = activity.first();
        LocalDate last = activity.last();
        if (first == null || last == null) {
            return null;
        }
        OptionalInt age = model.ageBelow(threshold, repeats(), Days.between(first, last));
        return age.isPresent() ? first.plusDays(age.getAsInt()) : null;
    }

    boolean isUnknown() {
        return activity.first() == null;
    }

    /** Active days to be expected within so many days from a date. */
    double expectedDays(int within, int asOf) {
        LocalDate first = activity.first();
        LocalDate last = activity.last();
        return first == null || last == null
                ? 0
                : model.expectedPurchases(within, repeats(), Days.between(first, last), asOf - Days.of(first));
    }

    /** What is to be expected to move on an active day, in minor units. */
    double dayValue(GammaGamma values) {
        int days = activity.days();
        return values.expectedValue(days, days == 0 ? 0 : Math.max(0, activity.moved()) / (double) days);
    }

    private int repeats() {
        return activity.days() - 1;
    }
}
