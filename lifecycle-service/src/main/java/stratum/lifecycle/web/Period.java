package stratum.lifecycle.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import stratum.platform.web.InvalidInput;

/** The days from the first to the last, both included. */
record Period(LocalDate first, LocalDate last) {

    static Period of(String from, String to) {
        Period period = new Period(date("from", from), date("to", to));
        if (period.last.isBefore(period.first)) {
            throw new InvalidInput("to", "The period ends on %s, before it begins.".formatted(period.last));
        }
        return period;
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(name, "It is a date such as 2026-01-31.");
        }
    }
}
