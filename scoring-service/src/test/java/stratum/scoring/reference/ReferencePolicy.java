package stratum.scoring.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tier policy as it is written in JSON. Needs and groups are no part of it. */
public final class ReferencePolicy {

    private static final Fraction HUNDRED = Fraction.of(100);
    private static final Set<String> RATIOS = Set.of("balanceChange90d", "digitalShare90d");

    private final List<Tier> tiers = new ArrayList<>();
    private final List<Dimension> scoreCard = new ArrayList<>();
    private final boolean promotesMonthly;
    private final JsonNode margins;

    /** One tier; the higher the rank, the better. The grace is of days or of month-ends, and 0 of the other. */
    record Tier(
            int rank,
            String code,
            Fraction minScore,
            Map<String, Fraction> gates,
            Fraction margin,
            int graceDays,
            int graceMonthEnds) {

        boolean isAbove(Tier other) {
            return rank > other.rank;
        }

        /** The first date after the watch began on which enough days have passed, or enough month-ends been seen. */
        LocalDate lostOn(LocalDate watchedSince) {
            if (graceDays > 0) {
                return watchedSince.plusDays(graceDays);
            }
            int monthEnds = endsAMonth(watchedSince) ? 1 : 0;
            LocalDate day = watchedSince;
            do {
                day = day.plusDays(1);
                monthEnds += endsAMonth(day) ? 1 : 0;
            } while (!endsAMonth(day) || monthEnds < graceMonthEnds);
            return day;
        }

        private static boolean endsAMonth(LocalDate date) {
            return date.plusDays(1).getDayOfMonth() == 1;
        }
    }

    private record Dimension(Fraction weight, List<Term> terms) {}

    private record Term(Fraction share, String feature, List<Point> curve) {}

    private record Point(Fraction x, Fraction y) {}

    private ReferencePolicy(JsonNode policy) {
        margins = policy.path("marginRates");
        promotesMonthly = switch (policy.required("promotion").asString()) {
            case "AT_ONCE" -> false;
            case "MONTH_START" -> true;
            default -> throw new IllegalArgumentException("The reference knows no such promotion");
        };
        policy.required("tiers").forEach(tier -> tiers.add(tier(tiers.size(), tier, policy)));
        policy.required("scoreCard").forEach(dimension -> scoreCard.add(dimension(dimension)));
    }

    /** Reads a policy; a shape it does not know is an error, never a guess. */
    public static ReferencePolicy parse(String json) {
        JsonMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        return new ReferencePolicy(exact.readTree(json));
    }

    /** Reads one that is shipped for a currency. */
    public static ReferencePolicy shipped(String id, String currency) {
        String name = "/policies/%s-%s.json".formatted(id, currency);
        try (InputStream json = requireNonNull(ReferencePolicy.class.getResourceAsStream(name), name)) {
            return parse(new String(json.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tier tier(int rank, JsonNode tier, JsonNode policy) {
        Map<String, Fraction> gates = new TreeMap<>();
        tier.path("gates")
                .properties()
                .forEach(gate -> gates.put(gate.getKey(), counted(gate.getKey(), number(gate.getValue()))));
        JsonNode grace = ownOrCommon("demotion", tier, policy);
        return new Tier(
                rank,
                tier.required("code").asString(),
                number(tier.required("minScore")),
                gates,
                number(ownOrCommon("marginPercent", tier, policy)).over(HUNDRED),
                grace.path("afterDays").asInt(0),
                grace.has("afterDays") ? 0 : grace.required("afterMonthEnds").intValue());
    }

    private static JsonNode ownOrCommon(String name, JsonNode tier, JsonNode policy) {
        return tier.has(name) ? tier.get(name) : policy.required(name);
    }

    private static Dimension dimension(JsonNode dimension) {
        List<Term> terms = new ArrayList<>();
        if (dimension.has("terms")) {
            dimension.get("terms").forEach(term -> terms.add(term(term)));
        } else {
            terms.add(term(dimension));
        }
        return new Dimension(number(dimension.required("weight")), terms);
    }

    private static Term term(JsonNode term) {
        String feature = term.required("feature").asString();
        List<Point> curve = new ArrayList<>();
        term.required("curve")
                .forEach(point ->
                        curve.add(new Point(counted(feature, number(point.required(0))), number(point.required(1)))));
        Fraction share = term.has("percent") ? number(term.get("percent")).over(HUNDRED) : Fraction.of(1);
        return new Term(share, feature, curve);
    }

    /** A policy writes a ratio as such, and it is worked out in millionths. */
    private static Fraction counted(String feature, Fraction number) {
        return RATIOS.contains(feature) ? number.times(Fraction.of(1_000_000)) : number;
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
                .flatMap(dimension -> dimension.terms().stream())
                .filter(term -> isBalance(term.feature()))
                .flatMap(term -> term.curve().stream())
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

    /** What a year's balance earns, as a share; nothing where the policy says nothing. */
    BigDecimal margin(String side) {
        return margins.has(side) ? margins.get(side).decimalValue() : BigDecimal.ZERO;
    }

    /** Whether customers move up on that date. */
    boolean promotesOn(LocalDate date) {
        return !promotesMonthly || date.getDayOfMonth() == 1;
    }

    /** 0 to 1000. A dimension whose feature is unknown weighs in with no points; one has 100 at most. */
    int score(Values values) {
        Fraction points = Fraction.ZERO;
        Fraction weights = Fraction.ZERO;
        for (Dimension dimension : scoreCard) {
            points = points.plus(dimension.weight().times(points(dimension, values)));
            weights = weights.plus(dimension.weight());
        }
        return Fraction.of(10).times(points).over(weights).roundedHalfUp().intValueExact();
    }

    private static Fraction points(Dimension dimension, Values values) {
        Fraction sum = Fraction.ZERO;
        for (Term term : dimension.terms()) {
            Fraction points = values.of(term.feature())
                    .map(value -> read(term.curve(), Fraction.of(value)))
                    .orElse(Fraction.ZERO);
            sum = sum.plus(points.times(term.share()));
        }
        return sum.isAtLeast(HUNDRED) ? HUNDRED : sum;
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
    Tier candidate(int score, Values values) {
        Tier candidate = tiers.get(0);
        for (Tier tier : tiers) {
            if (shortfalls(tier, score, values).isEmpty()) {
                candidate = tier;
            }
        }
        return candidate;
    }

    /** Whether nothing is missing by more than the tier's margin. */
    boolean isWithinMargin(Tier tier, int score, Values values) {
        return shortfalls(tier, score, values).stream().allMatch(gap -> gap.isUpTo(tier.margin()));
    }

    /** The next better tier; none above the best. */
    Optional<Tier> above(Tier tier) {
        return tiers.stream().filter(other -> other.rank() == tier.rank() + 1).findFirst();
    }

    boolean knows(String code) {
        return tiers.stream().anyMatch(tier -> tier.code().equals(code));
    }

    /** All that fails for a tier: the score, and each gate. */
    List<Shortfall> shortfalls(Tier tier, int score, Values values) {
        List<Shortfall> shortfalls = new ArrayList<>();
        shortfalls.add(new Shortfall(true, Optional.of(Fraction.of(score)), tier.minScore()));
        tier.gates()
                .forEach((feature, least) ->
                        shortfalls.add(new Shortfall(false, values.of(feature).map(Fraction::of), least)));
        shortfalls.removeIf(
                one -> one.actual().filter(has -> has.isAtLeast(one.required())).isPresent());
        return shortfalls;
    }

    /** What a tier asks for, and what the customer has: less, or nothing known. */
    record Shortfall(boolean isScore, Optional<Fraction> actual, Fraction required) {

        /** Whether no more than this share of what is required is missing. */
        boolean isUpTo(Fraction share) {
            Fraction size = required.isAtLeast(Fraction.ZERO) ? required : Fraction.ZERO.minus(required);
            return actual.filter(has -> size.times(share).isAtLeast(required.minus(has)))
                    .isPresent();
        }
    }

    /** A customer's features by name; one that is unknown is empty. */
    public interface Values {

        Optional<BigInteger> of(String feature);
    }
}
