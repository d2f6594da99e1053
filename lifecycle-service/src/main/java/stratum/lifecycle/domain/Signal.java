package stratum.lifecycle.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cause of risk that is true over a period known beforehand, unless a new fact ends it.
 *
 * @param cause the cause
 * @param from first date on which it is true; none if never
 * @param until first date on which it is not true any more; none if it stays
 */
record Signal(
        Cause cause, @Nullable LocalDate from, @Nullable LocalDate until) {

    static Signal never(Cause cause) {
        return new Signal(cause, null, null);
    }

    boolean isTrue(LocalDate date) {
        return from != null && !date.isBefore(from) && (until == null || date.isBefore(until));
    }

    /** The next date on which it turns true or false. */
    @Nullable LocalDate turnsAfter(LocalDate date) {
        if (from == null || from.isAfter(date)) {
            return from;
        }
        return until == null || until.isAfter(date) ? until : null;
    }
}
