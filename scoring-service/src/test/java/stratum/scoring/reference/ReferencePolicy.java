package stratum.scoring.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tier policy as it is written in JSON, with promotion at once and demotion after days of grace. */
public final class ReferencePolicy {

    private final List<Tier> tiers = new ArrayList<>();
    private final List<Dimension> scoreCard = new ArrayList<>();
    private final Fraction marginFactor;
    private final int graceDays;

    /** One tier; the higher the rank, the better. */
    record Tier(int rank, String code, Fraction minScore, Map<String, Fraction> gates) {

        boolean isAbove(Tier other) {
            return rank > other.rank;
        }
    }

    private record Dimension(Fraction weight, String feature, List<Point> curve) {}

    private record Point(Fraction x, Fraction y) {}

    private ReferencePolicy(JsonNode policy) {
        if (!policy.required("promotion").asString().equals("AT_ONCE")) {
            throw new IllegalArgumentException("The reference knows promotion AT_ONCE only");
        }
        policy.required("tiers").forEach(tier -> tiers.add(tier(tiers.size(), tier)));
        policy.required("scoreCard").forEach(dimension -> scoreCard.add(dimension(dimension)));
        Fraction hundred = Fraction.of(100);
        marginFactor = hundred.minus(number(policy.required("marginPercent"))).over(hundred);
        graceDays = policy.required("demotion").required("graceDays").intValue();
    }

    /** Reads a policy; a shape it does not know is an error, never a guess. */
    public static ReferencePolicy parse(String json) {
        JsonMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        return new ReferencePolicy(exact.readTree(json));
    }

    private static Tier tier(int rank, JsonNode tier) {
        Map<String, Fraction> gates = new TreeMap<>();
        tier.path("gates").properties().forEach(gate -> gates.put(gate.getKey(), number(gate.getValue())));
        return new Tier(rank, tier.required("code").asString(), number(tier.required("minScore")), gates);
    }

    private static Dimension dimension(JsonNode dimension) {
        List<Point> curve = new ArrayList<>();
        dimension
                .required("curve")
                .forEach(point -> curve.add(new Point(number(point.required(0)), number(point.required(1)))));
        return new Dimension(
                number(dimension.required("weight")),
                dimension.required("feature").asString(),
                curve);
    }

    private static Fraction number(JsonNode number) {
        return Fraction.of(number.decimalValue());
    }

    /** Balances at which something changes, in minor units: gates and the corners of curves. */
    List<Long> balanceThresholds() {
        Stream<Fraction> gates = tiers.stream()
                .flatMap(tier -> tier.gates().entrySet().stream())
                .filter(gate -> isBalance(gate.getKey()))
                .map(Map.Entry::getValue);
        Stream<Fraction> corners = scoreCard.stream()
                .filter(dimension -> isBalance(dimension.feature()))
                .flatMap(dimension -> dimension.curve().stream())
                .map(Point::x);
        return Stream.concat(gates, corners)
                .map(threshold -> threshold.roundedHalfUp().longValueExact())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isBalance(String feature) {
        return feature.equals("balance") || feature.startsWith("avgBalance");
    }

    int graceDays() {
        return graceDays;
    }

    /** 0 to 1000. A dimension whose feature is unknown weighs in with no points. */
    int score(Reckoning reckoning) {
        Fraction points = Fraction.ZERO;
        Fraction weights = Fraction.ZERO;
        for (Dimension dimension : scoreCard) {
            points = points.plus(dimension.weight().times(points(dimension, reckoning)));
            weights = weights.plus(dimension.weight());
        }
        return Fraction.of(10).times(points).over(weights).roundedHalfUp().intValueExact();
    }

    private static Fraction points(Dimension dimension, Reckoning reckoning) {
        return reckoning
                .feature(dimension.feature())
                .map(value -> read(dimension.curve(), Fraction.of(value)))
                .orElse(Fraction.ZERO);
    }

    private static Fraction read(List<Point> curve, Fraction x) {
        Point left = curve.get(0);
        for (Point right : curve) {
            if (right.x().compareTo(x) > 0) {
                return right.equals(left) ? left.y() : between(left, right, x);
            }
            left = right;
        }
        return left.y();
    }

    private static Fraction between(Point left, Point right, Fraction x) {
        Fraction share = x.minus(left.x()).over(right.x().minus(left.x()));
        return left.y().plus(share.times(right.y().minus(left.y())));
    }

    /** The highest tier whose score and gates all hold. */
    Tier candidate(int score, Reckoning reckoning) {
        Tier candidate = tiers.get(0);
        for (Tier tier : tiers) {
            if (holds(tier, Fraction.of(1), score, reckoning)) {
                candidate = tier;
            }
        }
        return candidate;
    }

    /** Whether score and gates are still within the margin below what the tier asks for. */
    boolean isWithinMargin(Tier tier, int score, Reckoning reckoning) {
        return holds(tier, marginFactor, score, reckoning);
    }

    private boolean holds(Tier tier, Fraction factor, int score, Reckoning reckoning) {
        return Fraction.of(score).isAtLeast(tier.minScore().times(factor))
                && tier.gates().entrySet().stream()
                        .allMatch(gate -> reaches(
                                reckoning, gate.getKey(), gate.getValue().times(factor)));
    }

    private static boolean reaches(Reckoning reckoning, String feature, Fraction required) {
        return reckoning
                .feature(feature)
                .filter(value -> isAtLeast(value, required))
                .isPresent();
    }

    private static boolean isAtLeast(BigInteger value, Fraction required) {
        return Fraction.of(value).isAtLeast(required);
    }
}
