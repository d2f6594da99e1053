package stratum.sandbox.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/** A bank's history, simulated or read from files, that can be played into the system day by day. */
public interface History extends AutoCloseable {

    String name();

    /** The base currency, an ISO 4217 code. */
    String currency();

    /** The zone that decides on which business date a fact falls. */
    ZoneId zone();

    /** The last millisecond of a business date: the moment to which the clock ticks. */
    default Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone()).toInstant().minusMillis(1);
    }

    LocalDate firstDay();

    LocalDate lastDay();

    /** Every business date from the first to the last, in order, empty ones too. */
    Iterator<Day> days();

    /** The rows that could not be read so far; none where no files are read. */
    default List<BadLine> badLines() {
        return List.of();
    }

    /** How many rows were read well and left out on purpose so far; none where no files are read. */
    default long leftOut() {
        return 0;
    }

    @Override
    default void close() {}
}
