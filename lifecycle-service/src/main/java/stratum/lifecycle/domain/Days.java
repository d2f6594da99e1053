package stratum.lifecycle.domain;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates as the day books count them, and which of two comes first. */
final class Days {

    private Days() {}

    static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    static @Nullable LocalDate date(OptionalInt day) {
        return day.isPresent() ? LocalDate.ofEpochDay(day.getAsInt()) : null;
    }

    static DayBook plus(DayBook book, LocalDate date, long number) {
        return book.plus(of(date), number);
    }

    /** The calendar month of a date, as the months of standing orders are counted. */
    static int monthOf(LocalDate date) {
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    static LocalDate firstOfMonth(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    static int between(LocalDate from, LocalDate to) {
        return of(to) - of(from);
    }

    static @Nullable LocalDate earliest(@Nullable LocalDate... dates) {
        return Stream.of(dates)
                .filter(date -> date != null)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    static @Nullable LocalDate latest(@Nullable LocalDate... dates) {
        return Stream.of(dates)
                .filter(date -> date != null)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
