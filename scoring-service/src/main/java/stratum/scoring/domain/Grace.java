package stratum.scoring.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** How long a customer who no longer meets the tier held is watched before moving down. */
public sealed interface Grace {

    /** The day on which the customer moves down, always later than that on which the watch began. */
    LocalDate endsOn(LocalDate since);

    /** A number of days, at least 1. */
    record Days(int days) implements Grace {

        @Override
        public LocalDate endsOn(LocalDate since) {
            return since.plusDays(days);
        }
    }

    /**
     * A number of consecutive month-ends, at least 1, on which the customer is still watched. The day on which the watch
     * begins counts where it is a month-end; one month-end alone is then not enough, for a watch lasts a day at least.
     */
    record MonthEnds(int monthEnds) implements Grace {

        @Override
        public LocalDate endsOn(LocalDate since) {
            LocalDate last = YearMonth.from(since).plusMonths(monthEnds - 1L).atEndOfMonth();
            return last.isAfter(since)
                    ? last
                    : YearMonth.from(since).plusMonths(1).atEndOfMonth();
        }
    }
}
