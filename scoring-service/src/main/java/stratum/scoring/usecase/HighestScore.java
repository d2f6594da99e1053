package stratum.scoring.usecase;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import stratum.scoring.usecase.PolicyDocument.DimensionPart;
import stratum.scoring.usecase.PolicyDocument.TermPart;

/** The most that a score card can give. */
final class HighestScore {

    private static final int ALL = 100;
    private static final long SCALE = 10;

    private HighestScore() {}

    /** The score, rounded up; nothing where the card has no weights. */
    static Optional<Long> of(List<DimensionPart> scoreCard) {
        long sum = 0;
        long weights = 0;
        for (DimensionPart dimension : scoreCard) {
            long weight = Math.max(0, requireNonNullElse(dimension.weight(), 0));
            sum += weight * mostPoints(dimension);
            weights += weight;
        }
        return weights == 0 ? Optional.empty() : Optional.of(-Math.floorDiv(-SCALE * sum, weights));
    }

    private static long mostPoints(DimensionPart dimension) {
        long percents = PolicyReader.terms(dimension)
                .mapToLong(term -> lastPoints(term) * requireNonNullElse(term.percent(), ALL))
                .sum();
        return Math.min(ALL, -Math.floorDiv(-percents, (long) ALL));
    }

    private static long lastPoints(TermPart term) {
        List<List<BigDecimal>> curve = requireNonNullElse(term.curve(), List.of());
        List<BigDecimal> last = curve.isEmpty() ? List.of() : curve.get(curve.size() - 1);
        return last.size() == 2 ? last.get(1).longValue() : ALL;
    }
}
