package stratum.scoring.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Dimensions with their weights. The score is ten times the weighted mean of their points, 0 to 1000, half up. */
public record ScoreCard(List<Dimension> dimensions) {

    /** One dimension: a curve from one feature to points, and its weight in the score. */
    public record Dimension(String name, int weight, Feature feature, Curve curve) {

        /** A feature that is unknown earns nothing. */
        Curve.Points points(Features features) {
            OptionalLong value = features.get(feature);
            return value.isPresent() ? curve.at(value.getAsLong()) : Curve.Points.ZERO;
        }
    }

    private static final int SCALE = 10;

    public ScoreCard {
        dimensions = List.copyOf(dimensions);
    }

    int score(Features features) {
        Curve.Points sum = Curve.Points.ZERO;
        for (Dimension dimension : dimensions) {
            sum = sum.plus(dimension.points(features).times(dimension.weight()));
        }
        return (int) sum.times(SCALE).dividedBy(weights());
    }

    private long weights() {
        return dimensions.stream().mapToLong(Dimension::weight).sum();
    }

    /** Points 0 to 100 by dimension. */
    Map<String, Double> points(Features features) {
        Map<String, Double> points = new LinkedHashMap<>();
        dimensions.forEach(d -> points.put(d.name(), d.points(features).toDouble()));
        return points;
    }
}
