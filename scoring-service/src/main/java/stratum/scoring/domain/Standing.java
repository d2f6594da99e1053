package stratum.scoring.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tier that a customer holds.
 *
 * @param tier its place in the policy; {@link #NONE} before the first
 * @param watch set while the customer is watched
 */
public record Standing(int tier, @Nullable Watch watch) {

    static final int NONE = -1;

    static Standing none() {
        return new Standing(NONE, null);
    }

    static Standing holding(int tier) {
        return new Standing(tier, null);
    }

    Standing watched(LocalDate since, int graceDays) {
        return new Standing(tier, new Watch(since, since.plusDays(graceDays)));
    }

    /** Whether the customer has a tier at all. */
    public boolean isAssigned() {
        return tier != NONE;
    }

    boolean graceIsOver(LocalDate date) {
        return watch != null && !date.isBefore(watch.until());
    }
}
