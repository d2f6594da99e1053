package stratum.scoring.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How far a customer is from a threshold.
 *
 * @param what {@code score}, or the name of a gate's feature
 * @param actual where the customer stands; 0 where the feature is unknown
 * @param required the threshold
 */
public record Distance(String what, long actual, long required) {

    private static final String SCORE = "score";

    /** What is missing; below 0 where the threshold is exceeded. */
    public long missing() {
        return required - actual;
    }

    /** Distances to all that a tier asks for: the score first, then the gates by name. */
    static List<Distance> to(Tier tier, Assessment assessment) {
        List<Distance> distances = new ArrayList<>();
        distances.add(new Distance(SCORE, assessment.score(), tier.minScore()));
        tier.gates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(gate -> toGate(gate.getKey(), gate.getValue(), assessment))
                .forEach(distances::add);
        return List.copyOf(distances);
    }

    private static Distance toGate(Feature feature, long required, Assessment assessment) {
        return new Distance(feature.label(), assessment.features().get(feature).orElse(0), required);
    }
}
