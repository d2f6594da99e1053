package stratum.scoring.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** A calendar on which each fact is published on a chosen day; every day between the first and the last has a tick. */
final class Days {

    private final TreeMap<LocalDate, List<SpecificRecord>> published = new TreeMap<>();

    Days(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(day -> published.put(day, new ArrayList<>()));
    }

    Days publish(LocalDate date, SpecificRecord... facts) {
        published.computeIfAbsent(date, day -> new ArrayList<>()).addAll(List.of(facts));
        return this;
    }

    List<ReferenceDay> toList() {
        return published.entrySet().stream()
                .map(day -> new ReferenceDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** Only those days on which something was published, and the last. */
    List<ReferenceDay> withoutEmptyOnes() {
        LocalDate last = published.lastKey();
        return toList().stream()
                .filter(day -> !day.facts().isEmpty() || day.date().equals(last))
                .toList();
    }
}
