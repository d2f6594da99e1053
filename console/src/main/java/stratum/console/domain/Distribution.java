package stratum.console.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many customers are in each tier or stage. */
public record Distribution(@Nullable LocalDate asOf, long customers, Map<String, Long> counts) {

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** 0 to 100, of all customers counted here. */
    public double share(String name) {
        return customers == 0 ? 0 : count(name) * 100.0 / customers;
    }

    /** 0 to 100, of the largest: the length of its bar. */
    public double length(String name) {
        long largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return largest == 0 ? 0 : count(name) * 100.0 / largest;
    }

    /** The names in this order, and after them those that the order does not know. */
    public List<String> inOrder(List<String> order) {
        return Stream.concat(order.stream(), counts.keySet().stream().filter(name -> !order.contains(name)))
                .toList();
    }
}
