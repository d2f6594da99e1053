package stratum.lifecycle.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer reached a milestone.
 *
 * @param date the day that it is about, which may lie before the day on which it was noticed
 * @param amount in minor units of the base currency, where it is about money
 * @param reference what it is about: the account, or the years of an anniversary
 * @param fact the fact that led to it, where several may on one day
 */
public record Milestone(
        MilestoneKind kind,
        LocalDate date,
        @Nullable Long amount,
        @Nullable String reference,
        @Nullable String fact) {

    static Milestone on(LocalDate date, MilestoneKind kind, @Nullable String reference) {
        return new Milestone(kind, date, null, reference, null);
    }
}
