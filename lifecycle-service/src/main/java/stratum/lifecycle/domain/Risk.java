package stratum.lifecycle.domain;

import java.util.Comparator;
import java.util.List;

/**
 * What threatens the relationship.
 *
 * @param score 0 to 100
 * @param causes what is true, largest first
 */
public record Risk(int score, List<Cause> causes) {

    private static final int HIGHEST = 100;

    /** Nothing threatens it. */
    public static final Risk NONE = new Risk(0, List.of());

    /** A customer who has left: there is nothing more to lose. */
    static Risk lost(Cause cause) {
        return new Risk(HIGHEST, List.of(cause));
    }

    static Risk of(List<Cause> causes, LifecyclePolicy policy) {
        int sum = causes.stream().mapToInt(policy::weightOf).sum();
        List<Cause> largestFirst = causes.stream()
                .sorted(Comparator.comparing((Cause cause) -> -policy.weightOf(cause))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new Risk(Math.min(HIGHEST, sum), largestFirst);
    }
}
