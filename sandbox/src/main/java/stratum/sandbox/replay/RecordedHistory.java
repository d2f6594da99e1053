package stratum.sandbox.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import stratum.sandbox.feed.BadLine;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;

/**
 * A history that was read from files. None of the data sets names a zone, so their days are those of UTC.
 *
 * @param facts the facts of a date, in any order
 */
record RecordedHistory(
        String name, String currency, Period period, Reading reading, Function<LocalDate, List<SpecificRecord>> facts)
        implements History {

    @Override
    public ZoneId zone() {
        return Period.ZONE;
    }

    @Override
    public LocalDate firstDay() {
        return period.first();
    }

    @Override
    public LocalDate lastDay() {
        return period.last();
    }

    @Override
    public Iterator<Day> days() {
        return Calendar.days(period, facts);
    }

    @Override
    public List<BadLine> badLines() {
        return reading.badLines();
    }

    @Override
    public long leftOut() {
        return reading.leftOut();
    }
}
