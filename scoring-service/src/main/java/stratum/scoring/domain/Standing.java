package stratum.scoring.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands between the tiers.
 *
 * @param earned code of the tier that the rules give; none before the first
 * @param earnedWatch set while the customer is watched in the tier earned
 * @param near whether the customer has been told to be near the tier above, and has not been far from it since
 * @param override a tier set by hand that covers the one earned; none for most
 */
public record Standing(
        @Nullable String earned,
        @Nullable Watch earnedWatch,
        boolean near,
        @Nullable TierOverride override) {

    /** Before the first tier. */
    public static Standing none() {
        return new Standing(null, null, false, null);
    }

    static Standing holding(String tier) {
        return none().moved(tier);
    }

    /** Whether the customer has a tier at all. */
    public boolean isAssigned() {
        return earned != null;
    }

    /**
     * Code of the tier held: the one set by hand, else the one earned.
     *
     * @throws IllegalStateException before the first
     */
    public String tier() {
        return override == null ? requireEarned() : override.tier();
    }

    String requireEarned() {
        if (earned == null) {
            throw new IllegalStateException("The customer has no tier yet");
        }
        return earned;
    }

    /** The watch as it is shown: a tier set by hand is not watched. */
    public @Nullable Watch watch() {
        return override == null ? earnedWatch : null;
    }

    boolean graceIsOver(LocalDate date) {
        return earnedWatch != null && !date.isBefore(earnedWatch.until());
    }

    /** In another tier, where everything begins anew. */
    Standing moved(String tier) {
        return new Standing(tier, null, false, override);
    }

    /** In what the tier earned is now called. */
    Standing renamed(String tier) {
        return new Standing(tier, earnedWatch, near, override);
    }

    Standing watched(Watch watch) {
        return new Standing(earned, watch, false, override);
    }

    Standing recovered() {
        return new Standing(earned, null, near, override);
    }

    Standing near(boolean isNear) {
        return new Standing(earned, earnedWatch, isNear, override);
    }

    Standing overridden(@Nullable TierOverride by) {
        return new Standing(earned, earnedWatch, false, by);
    }
}
