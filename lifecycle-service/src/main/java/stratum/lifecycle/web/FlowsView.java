package stratum.lifecycle.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Stage;

/**
 * How many steps customers took from which stage to which.
 *
 * @param from first day
 * @param to last day
 * @param flows by the stage left, NONE for new customers, and the stage entered
 */
record FlowsView(LocalDate from, LocalDate to, Map<String, Map<Stage, Long>> flows) {

    private static final String NONE = "NONE";

    static FlowsView none(LocalDate first, LocalDate last) {
        return new FlowsView(first, last, Map.of());
    }

    static FlowsView of(LocalDate first, LocalDate last, @Nullable Stage from, Stage to) {
        return new FlowsView(first, last, Map.of(from == null ? NONE : from.name(), Map.of(to, 1L)));
    }

    FlowsView plus(FlowsView more) {
        Map<String, Map<Stage, Long>> sum = new TreeMap<>();
        flows.forEach((stage, entered) -> sum.put(stage, new TreeMap<>(entered)));
        more.flows.forEach((stage, entered) -> entered.forEach((to, count) ->
                sum.computeIfAbsent(stage, left -> new TreeMap<>()).merge(to, count, Long::sum)));
        return new FlowsView(from, to, sum);
    }

    long steps() {
        return flows.values().stream()
                .flatMap(entered -> entered.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
