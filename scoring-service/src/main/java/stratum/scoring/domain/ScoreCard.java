package stratum.scoring.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Dimensions with their weights. The score is ten times the weighted mean of their points, 0 to 1000, half up. */
public final class ScoreCard {

    private static final int SCALE = 10;
    private static final int MOST_POINTS = 100;
    private static final double HALF = 0.5;

    /** Far more than the error of a rough score. */
    private static final double DOUBTFUL = 1e-6;

    private final List<Dimension> dimensions;
    private final long weights;

    /**
     * One dimension: points 0 to 100, and their weight in the score. Its terms are added up; more than 100 counts as 100.
     */
    public record Dimension(String name, int weight, List<Term> terms) {

        public Dimension {
            terms = List.copyOf(terms);
        }

        double about(Features features) {
            double sum = 0;
            for (Term term : terms) {
                sum += term.about(features);
            }
            return Math.min(MOST_POINTS, sum);
        }

        Curve.Points points(Features features) {
            Curve.Points sum = Curve.Points.ZERO;
            for (Term term : terms) {
                sum = sum.plus(term.points(features));
            }
            return sum.atMost(MOST_POINTS);
        }
    }

    /**
     * What one feature adds to a dimension.
     *
     * @param percent of the curve's points: 100 for a feature alone or a bonus, less where features share a dimension
     */
    public record Term(Feature feature, int percent, Curve curve) {

        /** A feature that is unknown earns nothing. */
        Curve.Points points(Features features) {
            OptionalLong value = features.get(feature);
            return value.isPresent() ? curve.at(value.getAsLong()).percent(percent) : Curve.Points.ZERO;
        }

        double about(Features features) {
            OptionalLong value = features.get(feature);
            return value.isPresent() ? curve.about(value.getAsLong()) * percent / MOST_POINTS : 0;
        }
    }

    /** The score card with these dimensions, whose weights sum to something. */
    public ScoreCard(List<Dimension> dimensions) {
        this.dimensions = List.copyOf(dimensions);
        this.weights = dimensions.stream().mapToLong(Dimension::weight).sum();
    }

    /** The dimensions, in the order of the policy. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Worked out exactly only where it lies so close to a half that a rough sum could round to the other side. */
    int score(Features features) {
        double sum = 0;
        for (Dimension dimension : dimensions) {
            sum += dimension.about(features) * dimension.weight();
        }
        double score = SCALE * sum / weights;
        double above = score - Math.floor(score);
        return Math.abs(above - HALF) < DOUBTFUL ? exactScore(features) : (int) Math.round(score);
    }

    private int exactScore(Features features) {
        Curve.Points sum = Curve.Points.ZERO;
        for (Dimension dimension : dimensions) {
            sum = sum.plus(dimension.points(features).times(dimension.weight()));
        }
        return (int) sum.times(SCALE).dividedBy(weights);
    }

    /** Points 0 to 100 by dimension. */
    Map<String, Double> points(Features features) {
        Map<String, Double> points = new LinkedHashMap<>();
        dimensions.forEach(d -> points.put(d.name(), d.points(features).toDouble()));
        return points;
    }
}
