package stratum.platform.stream;

import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are due when. Passing a day costs what is due, not what there is.
 *
 * @param <T> dates or moments
 */
final class DueIndex<T extends Comparable<? super T>> {

    private final NavigableMap<T, SortedSet<String>> customers = new TreeMap<>();

    void clear() {
        customers.clear();
    }

    void move(String customer, @Nullable T from, @Nullable T to) {
        if (from != null && from.equals(to)) {
            return;
        }
        if (from != null) {
            remove(customer, from);
        }
        if (to != null) {
            customers.computeIfAbsent(to, time -> new TreeSet<>()).add(customer);
        }
    }

    private void remove(String customer, T from) {
        SortedSet<String> thatDay = customers.get(from);
        if (thatDay != null && thatDay.remove(customer) && thatDay.isEmpty()) {
            customers.remove(from);
        }
    }

    /** The first customer due at the earliest time up to and including this one. */
    @Nullable String firstUpTo(T time) {
        return customers.isEmpty() || customers.firstKey().compareTo(time) > 0
                ? null
                : customers.firstEntry().getValue().first();
    }
}
