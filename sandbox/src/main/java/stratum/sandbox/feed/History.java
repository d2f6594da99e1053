package stratum.sandbox.feed;

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

    LocalDate firstDay();

    LocalDate lastDay();

    /** Every business date from the first to the last, in order, empty ones too. */
    Iterator<Day> days();

    /** The rows that could not be read so far. */
    List<BadLine> badLines();

    /** How many rows were read well and left out on purpose so far. */
    long leftOut();

    @Override
    default void close() {}
}
