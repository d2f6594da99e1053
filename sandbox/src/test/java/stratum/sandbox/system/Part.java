package stratum.sandbox.system;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;

/**
 * Some days of a history, with what is to happen to the system on the way.
 *
 * @param name the history's name
 * @param events what happens before a day is published
 */
record Part(String name, String currency, ZoneId zone, List<Day> playedDays, Map<LocalDate, Runnable> events)
        implements History {

    /** All days of a history. */
    static Part of(History history) {
        List<Day> days = new java.util.ArrayList<>();
        history.days().forEachRemaining(days::add);
        return new Part(history.name(), history.currency(), history.zone(), List.copyOf(days), Map.of());
    }

    /** The days from one place to before another. */
    Part days(int from, int to) {
        return new Part(name, currency, zone, playedDays.subList(from, to), events);
    }

    Part with(Map<LocalDate, Runnable> happenings) {
        return new Part(name, currency, zone, playedDays, happenings);
    }

    /** The date of the day at a place. */
    LocalDate date(int place) {
        return playedDays.get(place).date();
    }

    @Override
    public LocalDate firstDay() {
        return date(0);
    }

    @Override
    public LocalDate lastDay() {
        return date(playedDays.size() - 1);
    }

    @Override
    public Iterator<Day> days() {
        Iterator<Day> all = playedDays.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Day next() {
                Day day = all.next();
                events.getOrDefault(day.date(), () -> {}).run();
                return day;
            }
        };
    }
}
