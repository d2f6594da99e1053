package stratum.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of the day in which nobody is contacted, by the customer's own clock.
 *
 * @param from the first moment of silence
 * @param until the first moment after it; no quiet hours where it is the same
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** From nine in the evening to eight in the morning. */
    public static final QuietHours STANDARD = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** When they end; empty where the moment is in none. */
    Optional<Instant> endAfter(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return isQuiet(there.toLocalTime()) ? Optional.of(end(there, zone)) : Optional.empty();
    }

    private boolean isQuiet(LocalTime time) {
        boolean isAfterFrom = !time.isBefore(from);
        boolean isBeforeUntil = time.isBefore(until);
        return from.isBefore(until)
                ? isAfterFrom && isBeforeUntil
                : !from.equals(until) && (isAfterFrom || isBeforeUntil);
    }

    private Instant end(ZonedDateTime there, ZoneId zone) {
        LocalDate today = there.toLocalDate();
        LocalDate date = there.toLocalTime().isBefore(until) ? today : today.plusDays(1);
        Instant end = date.atTime(until).atZone(zone).toInstant();
        // Where clocks are turned back the hour that ends them comes twice; the later one is the one meant.
        return end.isAfter(there.toInstant())
                ? end
                : date.atTime(until).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
