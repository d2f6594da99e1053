package stratum.scoring.domain;

import java.time.LocalDate;

/** On which dates customers move up. */
public enum Promotion {
    /** On any date. */
    AT_ONCE,
    /** On the first day of a month, to the candidate of that day. */
    MONTH_START;

    /** The first date after this one on which customers move up. */
    LocalDate nextAfter(LocalDate date) {
        return switch (this) {
            case AT_ONCE -> date.plusDays(1);
            case MONTH_START -> date.withDayOfMonth(1).plusMonths(1);
        };
    }

    boolean isOn(LocalDate date) {
        return nextAfter(date.minusDays(1)).equals(date);
    }
}
