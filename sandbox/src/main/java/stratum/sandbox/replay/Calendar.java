package stratum.sandbox.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.PublicationOrder;

/**
 * Rows by the day they belong to, kept small; a day's rows become facts only when its turn comes.
 *
 * @param <R> a row of the data set
 */
final class Calendar<R> {

    private final TreeMap<LocalDate, List<R>> rows = new TreeMap<>();

    void add(LocalDate date, R row) {
        rows.computeIfAbsent(date, day -> new ArrayList<>()).add(row);
    }

    @Nullable LocalDate first() {
        return rows.isEmpty() ? null : rows.firstKey();
    }

    @Nullable LocalDate last() {
        return rows.isEmpty() ? null : rows.lastKey();
    }

    List<R> on(LocalDate date) {
        return rows.getOrDefault(date, List.of());
    }

    /** How many rows belong to days after this one. */
    long after(LocalDate date) {
        return rows.tailMap(date, false).values().stream().mapToLong(List::size).sum();
    }

    /** Every date of the period with the facts that belong to it, in the order of publication. */
    static Iterator<Day> days(Period period, Function<LocalDate, List<SpecificRecord>> facts) {
        return new Iterator<>() {
            private LocalDate next = period.first();

            @Override
            public boolean hasNext() {
                return !next.isAfter(period.last());
            }

            @Override
            public Day next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("The last day was " + period.last());
                }
                LocalDate date = next;
                next = date.plusDays(1);
                List<SpecificRecord> ordered = new ArrayList<>(facts.apply(date));
                ordered.sort(PublicationOrder.INSTANCE);
                return new Day(date, ordered);
            }
        };
    }
}
