package stratum.scoring.domain;

import java.util.Map;

/**
 * A tier and what it asks for.
 *
 * @param code stable code, for example VIP
 * @param names its name by language tag
 * @param minScore the least score, 0 to 1000
 * @param gates the least value of each feature it asks for
 */
public record Tier(String code, Map<String, String> names, int minScore, Map<Feature, Long> gates) {

    private static final int PERCENT = 100;

    public Tier {
        names = Map.copyOf(names);
        gates = Map.copyOf(gates);
    }

    boolean admits(Features features, int score) {
        return keeps(features, score, 0);
    }

    /** Whether a customer who holds the tier keeps it without a watch, being at most the margin below what it asks. */
    boolean keeps(Features features, int score, int marginPercent) {
        long share = PERCENT - marginPercent;
        return score * (long) PERCENT >= minScore * share
                && gates.entrySet().stream().allMatch(gate -> passes(features, gate.getKey(), gate.getValue(), share));
    }

    private static boolean passes(Features features, Feature feature, long required, long share) {
        long withinMargin = -Math.floorDiv(-Math.multiplyExact(required, share), (long) PERCENT);
        return features.atLeast(feature, withinMargin);
    }

    /** The tier's name in a language; its code where it has none. */
    public String name(String language) {
        return names.getOrDefault(language, code);
    }
}
