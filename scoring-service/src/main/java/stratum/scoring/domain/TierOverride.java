package stratum.scoring.domain;

import java.time.LocalDate;

/**
 * A tier set by hand. It covers the tier that the rules give until it ends by itself.
 *
 * @param tier the tier shown meanwhile
 * @param reason why, in the words of who set it
 * @param by who set it
 * @param until the day on which it no longer holds
 */
public record TierOverride(String tier, String reason, String by, LocalDate until) {

    /** Whether it holds no longer on a date. */
    public boolean isOver(LocalDate date) {
        return !date.isBefore(until);
    }

    TierOverride renamed(String code) {
        return new TierOverride(code, reason, by, until);
    }
}
