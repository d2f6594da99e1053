package stratum.scoring.usecase;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.scoring.domain.Feature;
import stratum.scoring.usecase.PolicyDocument.DimensionPart;
import stratum.scoring.usecase.PolicyDocument.TermPart;

/** What is wrong with how a dimension gives points. */
final class CurveMistakes {

    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);
    private static final int ALL = 100;

    private final String dimension;
    private final List<Mistake> found = new ArrayList<>();

    private CurveMistakes(@Nullable String dimension) {
        this.dimension = String.valueOf(dimension);
    }

    static List<Mistake> in(DimensionPart dimension, String at) {
        CurveMistakes mistakes = new CurveMistakes(dimension.dimension());
        List<TermPart> terms = dimension.terms();
        if (terms == null) {
            mistakes.term(at, dimension.feature(), dimension.curve());
            return mistakes.found;
        }
        mistakes.check(
                dimension.feature() == null && dimension.curve() == null,
                at,
                "Dimension %s has terms, and a feature of its own beside them.",
                mistakes.dimension);
        mistakes.check(!terms.isEmpty(), at + "/terms", "Dimension %s has no term.", mistakes.dimension);
        for (int i = 0; i < terms.size(); i++) {
            mistakes.term("%s/terms/%d".formatted(at, i), terms.get(i));
        }
        return mistakes.found;
    }

    private void term(String at, TermPart term) {
        int percent = requireNonNullElse(term.percent(), ALL);
        check(percent >= 1 && percent <= ALL, at + "/percent", "A term counts 1 to 100 percent, not %d.", percent);
        term(at, term.feature(), term.curve());
    }

    private void term(String at, @Nullable String name, @Nullable List<List<BigDecimal>> points) {
        Optional<Feature> feature = Feature.called(String.valueOf(name));
        check(
                feature.isPresent(),
                at + "/feature",
                "Dimension %s names the feature %s, which does not exist.",
                dimension,
                name);
        List<List<BigDecimal>> curve = requireNonNullElse(points, List.of());
        check(!curve.isEmpty(), at + "/curve", "Dimension %s has no curve.", dimension);
        for (int i = 0; i < curve.size(); i++) {
            String place = "%s/curve/%d".formatted(at, i);
            if (!isPoint(feature, curve.get(i))) {
                check(false, place, "Point %d of dimension %s is not [feature, points 0 to 100].", i + 1, dimension);
            } else if (i > 0 && isPoint(feature, curve.get(i - 1))) {
                check(
                        follows(curve.get(i - 1), curve.get(i)),
                        place,
                        "The curve of dimension %s goes back at point %d.",
                        dimension,
                        i + 1);
            }
        }
    }

    private static boolean isPoint(Optional<Feature> feature, List<BigDecimal> point) {
        return point.size() == 2
                && feature.flatMap(known -> FeatureNumbers.of(known, point.get(0)))
                                .isPresent()
                        | feature.isEmpty()
                && point.get(1).signum() >= 0
                && point.get(1).compareTo(MOST_POINTS) <= 0
                && point.get(1).stripTrailingZeros().scale() <= 0;
    }

    private static boolean follows(List<BigDecimal> before, List<BigDecimal> point) {
        return point.get(0).compareTo(before.get(0)) > 0 && point.get(1).compareTo(before.get(1)) >= 0;
    }

    private void check(boolean right, String place, String sentence, @Nullable Object... values) {
        if (!right) {
            found.add(new Mistake(place, sentence.formatted(values)));
        }
    }
}
