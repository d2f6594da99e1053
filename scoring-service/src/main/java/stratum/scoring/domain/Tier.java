package stratum.scoring.domain;

import java.util.Map;
import java.util.Set;

/**
 * A tier and what it asks for.
 *
 * @param code stable code, for example VIP
 * @param names its name by language tag
 * @param minScore the least score, 0 to 1000
 * @param gates the least value of each feature it asks for
 * @param marginPercent how far below its conditions a customer may fall before a watch begins, 0 to 99
 * @param grace how long that watch lasts
 * @param replaces codes of tiers of earlier policies whose customers it takes over
 */
public record Tier(
        String code,
        Map<String, String> names,
        int minScore,
        Map<Feature, Long> gates,
        int marginPercent,
        Grace grace,
        Set<String> replaces) {

    public Tier {
        names = Map.copyOf(names);
        gates = Map.copyOf(gates);
        replaces = Set.copyOf(replaces);
    }

    boolean admits(Features features, int score) {
        return isWithin(Margin.NONE, features, score);
    }

    /** Whether a customer who holds the tier keeps it without a watch, being at most the margin below what it asks. */
    boolean keeps(Features features, int score) {
        return isWithin(Margin.of(marginPercent), features, score);
    }

    /** Whether no condition is further away than the margin. A feature that is unknown is. */
    boolean isWithin(Margin margin, Features features, int score) {
        if (score < margin.leastScore(minScore)) {
            return false;
        }
        for (Map.Entry<Feature, Long> gate : gates.entrySet()) {
            if (!features.atLeast(gate.getKey(), margin.leastAtGate(gate.getValue()))) {
                return false;
            }
        }
        return true;
    }

    /** How many of its conditions fail. */
    int missing(Features features, int score) {
        int missing = score < minScore ? 1 : 0;
        for (Map.Entry<Feature, Long> gate : gates.entrySet()) {
            missing += features.atLeast(gate.getKey(), gate.getValue()) ? 0 : 1;
        }
        return missing;
    }

    /** The tier's name in a language; its code where it has none. */
    public String name(String language) {
        return names.getOrDefault(language, code);
    }
}
