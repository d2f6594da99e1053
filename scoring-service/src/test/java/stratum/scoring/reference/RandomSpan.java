package stratum.scoring.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.Stream;

/** The business dates of a random history, and moments on them: some at the very ends of a date, some all at noon. */
record RandomSpan(LocalDate first, LocalDate last, ZoneId zone) {

    Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }

    LocalDate anyDay(Random random) {
        return first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
    }

    Instant momentOn(LocalDate date, Random random) {
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        return switch (random.nextInt(10)) {
            case 0 -> start;
            case 1 -> end.minusMillis(1);
            case 2, 3 -> start.plus(Duration.ofHours(12));
            default ->
                start.plusMillis(
                        random.nextInt((int) Duration.between(start, end).toMillis()));
        };
    }
}
