package stratum.scoring.domain;

import java.math.BigInteger;
import java.util.List;

/**
 * A piecewise-linear curve from a feature to points 0 to 100, flat before its first point and after its last. It never
 * falls: more of a feature never takes points away, which is what review dates rely on.
 */
public record Curve(List<Point> points) {

    /** A corner of the curve: at {@code x} of the feature, {@code y} points. */
    public record Point(long x, int y) {}

    /** An exact number of points. */
    record Points(BigInteger numerator, BigInteger denominator) {

        static final Points ZERO = whole(0);

        static Points whole(long points) {
            return new Points(BigInteger.valueOf(points), BigInteger.ONE);
        }

        Points plus(Points that) {
            return new Points(
                    numerator.multiply(that.denominator).add(that.numerator.multiply(denominator)),
                    denominator.multiply(that.denominator));
        }

        Points times(long factor) {
            return new Points(numerator.multiply(BigInteger.valueOf(factor)), denominator);
        }

        Points percent(int percent) {
            return new Points(
                    numerator.multiply(BigInteger.valueOf(percent)), denominator.multiply(BigInteger.valueOf(100)));
        }

        Points atMost(long points) {
            boolean more = numerator.compareTo(denominator.multiply(BigInteger.valueOf(points))) > 0;
            return more ? whole(points) : this;
        }

        /** Divided by a whole number, rounded half up. */
        long dividedBy(long divisor) {
            BigInteger by = denominator.multiply(BigInteger.valueOf(divisor));
            BigInteger two = BigInteger.TWO;
            return numerator.multiply(two).add(by).divide(by.multiply(two)).longValueExact();
        }

        double toDouble() {
            return numerator.doubleValue() / denominator.doubleValue();
        }
    }

    public Curve {
        points = List.copyOf(points);
    }

    Points at(long x) {
        if (x <= first().x()) {
            return Points.whole(first().y());
        }
        for (int i = 1; i < points.size(); i++) {
            if (x < points.get(i).x()) {
                return between(points.get(i - 1), points.get(i), x);
            }
        }
        return Points.whole(last().y());
    }

    /** The points to some 15 digits, in a fraction of the time. */
    double about(long x) {
        Point from = first();
        for (Point to : points) {
            if (x < to.x()) {
                double run = to.x() - from.x();
                return x <= from.x() ? from.y() : from.y() + (x - from.x()) / run * (to.y() - from.y());
            }
            from = to;
        }
        return from.y();
    }

    private static Points between(Point from, Point to, long x) {
        long run = to.x() - from.x();
        BigInteger rise = BigInteger.valueOf(x - from.x()).multiply(BigInteger.valueOf(to.y() - from.y()));
        return new Points(
                BigInteger.valueOf(from.y()).multiply(BigInteger.valueOf(run)).add(rise), BigInteger.valueOf(run));
    }

    Point first() {
        return points.get(0);
    }

    Point last() {
        return points.get(points.size() - 1);
    }
}
