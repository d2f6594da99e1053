package stratum.platform.stream;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which customers are due on which date. Passing a day costs what is due, not what there is. */
final class DueIndex {

    private final NavigableMap<LocalDate, SortedSet<String>> customers = new TreeMap<>();

    void clear() {
        customers.clear();
    }

    void move(String customer, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && from.equals(to)) {
            return;
        }
        if (from != null) {
            remove(customer, from);
        }
        if (to != null) {
            customers.computeIfAbsent(to, date -> new TreeSet<>()).add(customer);
        }
    }

    private void remove(String customer, LocalDate from) {
        SortedSet<String> thatDay = customers.get(from);
        if (thatDay != null && thatDay.remove(customer) && thatDay.isEmpty()) {
            customers.remove(from);
        }
    }

    /** The first customer due on the earliest date up to and including this one. */
    @Nullable String firstUpTo(LocalDate date) {
        return customers.isEmpty() || customers.firstKey().isAfter(date)
                ? null
                : customers.firstEntry().getValue().first();
    }
}
