package stratum.scoring.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.CustomerProfiled;
import stratum.schemas.FactRules;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.reference.ReferenceDay;
import stratum.scoring.stream.ReadFacts;

/**
 * What a random history holds of one customer, told as the stream tells it: repeats left out, each fact with the date as of
 * which it is booked, and the end of every date, also of those without a tick.
 */
record Diary(String customer, List<ReferenceDay> days, ReadFacts reader) {

    /** Who is told. */
    interface Reader {

        void fact(Fact fact, LocalDate asOf);

        void file(Profile file, LocalDate asOf);

        void endOf(LocalDate date);
    }

    /** One for each customer of a history. */
    static List<Diary> of(RandomHistories histories, ZoneId zone, long seed) {
        List<ReferenceDay> history = histories.history(seed);
        ReadFacts reader = new ReadFacts(zone);
        return history.stream()
                .flatMap(day -> day.facts().stream())
                .map(fact -> String.valueOf(FactRules.customerOf(fact)))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(customer -> new Diary(customer, ofCustomer(customer, history), reader))
                .toList();
    }

    private static List<ReferenceDay> ofCustomer(String customer, List<ReferenceDay> history) {
        return history.stream()
                .map(day -> new ReferenceDay(
                        day.date(),
                        day.facts().stream()
                                .filter(fact -> customer.equals(FactRules.customerOf(fact)))
                                .toList()))
                .toList();
    }

    void tell(Reader who) {
        Set<String> known = new HashSet<>();
        LocalDate lastTick = null;
        for (ReferenceDay day : days) {
            Queue<SpecificRecord> waiting = new ArrayDeque<>(new ArrayList<>(day.facts()));
            waiting.removeIf(fact -> !known.add(String.valueOf(FactRules.eventIdOf(fact))));
            for (LocalDate date = firstToEnd(lastTick, day, waiting);
                    date.isBefore(day.date());
                    date = date.plusDays(1)) {
                while (!waiting.isEmpty() && !reader.dateOf(waiting.element()).isAfter(date)) {
                    tell(waiting.remove(), lastTick, who);
                }
                who.endOf(date);
                lastTick = date;
            }
            for (SpecificRecord fact : waiting) {
                tell(fact, lastTick, who);
            }
            who.endOf(day.date());
            lastTick = day.date();
        }
    }

    private LocalDate firstToEnd(@Nullable LocalDate lastTick, ReferenceDay day, Queue<SpecificRecord> waiting) {
        if (lastTick != null) {
            return lastTick.plusDays(1);
        }
        return waiting.isEmpty() ? day.date() : reader.dateOf(waiting.element());
    }

    private void tell(SpecificRecord event, @Nullable LocalDate lastTick, Reader who) {
        LocalDate date = reader.dateOf(event);
        LocalDate asOf = lastTick != null && lastTick.isAfter(date) ? lastTick : date;
        if (event instanceof CustomerProfiled file) {
            who.file(ReadFacts.file(file), asOf);
        } else {
            reader.read(event).ifPresent(fact -> who.fact(fact, asOf));
        }
    }
}
