package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign walks through all customers. Nobody's turn depends on anybody else: it is a function of the customer's
 * id, evenly spread over the time that a walk takes, so that a walk never asks for more at once than its share.
 *
 * @param every how often
 * @param from the first date on which it may run; for {@link Every#ONCE} the date
 * @param at the time of day at which it begins, in the bank's zone
 * @param over how long a walk takes
 */
public record Schedule(Every every, LocalDate from, LocalTime at, Duration over) {

    /** How often it comes round. Which day of the week, of the month or of the year it is, the first date says. */
    public enum Every {
        ONCE,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /** A customer's turn in a walk. */
    public record Turn(Instant walk, Instant at) {}

    /** Tells it from every other schedule; campaigns of the same one compete for the same turn. */
    public String key() {
        return "%s %s %s %s".formatted(every, from, at, over);
    }

    /** The customer's first turn after a moment. */
    Optional<Turn> next(String customerId, Instant after, ZoneId zone) {
        Duration wait = Duration.ofMillis((long) (over.toMillis() * placeOf(customerId)));
        LocalDate date = dateOnOrAfter(after.minus(wait).atZone(zone).toLocalDate());
        while (date != null) {
            Instant walk = date.atTime(at).atZone(zone).toInstant();
            Instant turn = walk.plus(wait);
            if (turn.isAfter(after)) {
                return Optional.of(new Turn(walk, turn));
            }
            date = dateOnOrAfter(date.plusDays(1));
        }
        return Optional.empty();
    }

    private double placeOf(String customerId) {
        return Fingerprint.of("turn", key(), customerId).place();
    }

    private @Nullable LocalDate dateOnOrAfter(LocalDate wanted) {
        LocalDate date = wanted.isBefore(from) ? from : wanted;
        return switch (every) {
            case ONCE -> date.equals(from) ? from : null;
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.nextOrSame(from.getDayOfWeek()));
            case MONTH -> inMonth(date);
            case YEAR -> inYear(date);
        };
    }

    /** A month that is too short has it on its last day. */
    private LocalDate inMonth(LocalDate date) {
        LocalDate here = dayIn(YearMonth.from(date));
        return here.isBefore(date) ? dayIn(YearMonth.from(date).plusMonths(1)) : here;
    }

    private LocalDate dayIn(YearMonth month) {
        return month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
    }

    private LocalDate inYear(LocalDate date) {
        LocalDate here = MonthDay.from(from).atYear(date.getYear());
        return here.isBefore(date) ? MonthDay.from(from).atYear(date.getYear() + 1) : here;
    }
}
