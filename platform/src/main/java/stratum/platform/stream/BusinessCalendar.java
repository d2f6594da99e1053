package stratum.platform.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Business dates in the bank's zone. */
public record BusinessCalendar(ZoneId zone) {

    /** The business date of a moment. */
    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The last millisecond of a business date. */
    public Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MILLIS);
    }
}
