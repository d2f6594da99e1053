package stratum.lifecycle.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Stage;

/**
 * How many customers are in which stage.
 *
 * @param asOf the earliest date that any partition with customers has reached; none where there are none
 * @param customers those in any stage
 * @param stages customers by stage
 */
record DistributionView(@Nullable LocalDate asOf, long customers, Map<Stage, Long> stages) {

    /** One customer, in this stage on this date. */
    static DistributionView of(Stage stage, LocalDate asOf) {
        return new DistributionView(asOf, 1, Map.of(stage, 1L));
    }

    static DistributionView nobody() {
        Map<Stage, Long> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, 0L);
        }
        return new DistributionView(null, 0, stages);
    }

    DistributionView plus(DistributionView more) {
        Map<Stage, Long> sum = new EnumMap<>(stages);
        more.stages.forEach((stage, count) -> sum.merge(stage, count, Long::sum));
        return new DistributionView(earlier(asOf, more.asOf), customers + more.customers, sum);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
