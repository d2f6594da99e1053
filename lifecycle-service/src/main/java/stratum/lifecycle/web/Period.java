package stratum.lifecycle.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import stratum.platform.web.InvalidInput;

/** The days from the first to the last, both included. */
record Period(LocalDate first, LocalDate last) {

    /** Those of the facts that are believed. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    static Period of(String from, String to) {
        Period period = new Period(date("from", from), date("to", to));
        if (period.last.isBefore(period.first)) {
            throw new InvalidInput("to", "The period ends on %s, before it begins.".formatted(period.last));
        }
        return period;
    }

    private static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new InvalidInput(
                name, "It is a date such as 2026-01-31, from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR));
    }
}
