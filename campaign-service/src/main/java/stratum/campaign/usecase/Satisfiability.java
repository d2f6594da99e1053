package stratum.campaign.usecase;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether any customer at all could meet a condition. Comparisons of one thing with constants, joined by and, or and not,
 * are followed; whatever else is asked counts as possible. So a finding is certain, and none is no proof.
 */
final class Satisfiability {

    private static final Set<String> STAGES =
            Set.of("", "PROSPECT", "ACQUISITION", "GROWTH", "MATURITY", "AT_RISK", "CHURNED");
    private static final int MOST_WAYS = 500;

    private Satisfiability() {}

    /** Why nobody can meet it, in words; empty where somebody could. */
    static Optional<String> contradiction(CelAbstractSyntaxTree condition) {
        List<Demands> ways = ways(condition.getExpr(), true);
        return !ways.isEmpty() && ways.stream().allMatch(way -> way.contradiction() != null)
                ? Optional.ofNullable(ways.get(0).contradiction())
                : Optional.empty();
    }

    /** The ways in which an expression becomes true, or false; each is a list of demands that hold together. */
    private static List<Demands> ways(CelExpr expression, boolean wanted) {
        if (expression.exprKind().getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
            return List.of(
                    expression.constant().booleanValue() == wanted
                            ? Demands.NONE
                            : Demands.NONE.impossible("It is never true"));
        }
        if (expression.exprKind().getKind() != Kind.CALL) {
            return List.of(Demands.NONE);
        }
        CelCall call = expression.call();
        return switch (call.function()) {
            case "!_" -> ways(call.args().get(0), !wanted);
            case "_&&_" -> wanted ? both(call, true) : either(call, false);
            case "_||_" -> wanted ? either(call, true) : both(call, false);
            default -> List.of(demand(call, wanted));
        };
    }

    private static List<Demands> either(CelCall call, boolean wanted) {
        return limited(call.args().stream().flatMap(part -> ways(part, wanted).stream()));
    }

    private static List<Demands> both(CelCall call, boolean wanted) {
        List<Demands> left = ways(call.args().get(0), wanted);
        List<Demands> right = ways(call.args().get(1), wanted);
        return limited(left.stream().flatMap(one -> right.stream().map(one::and)));
    }

    /** Too many ways to follow count as one that is possible. */
    private static List<Demands> limited(Stream<Demands> ways) {
        List<Demands> all = ways.limit(MOST_WAYS + 1L).toList();
        return all.size() > MOST_WAYS ? List.of(Demands.NONE) : all;
    }

    private static Demands demand(CelCall call, boolean wanted) {
        if (call.args().size() != 2) {
            return Demands.NONE;
        }
        CelExpr first = call.args().get(0);
        CelExpr second = call.args().get(1);
        String left = nameOf(first);
        if (left != null) {
            return demand(left, call.function(), second, wanted);
        }
        String right = nameOf(second);
        String mirrored = MIRRORED.get(call.function());
        return right == null || mirrored == null ? Demands.NONE : demand(right, mirrored, first, wanted);
    }

    private static final Map<String, String> MIRRORED =
            Map.of("_==_", "_==_", "_!=_", "_!=_", "_<_", "_>_", "_>_", "_<_", "_<=_", "_>=_", "_>=_", "_<=_");
    private static final Map<String, String> OPPOSITE =
            Map.of("_==_", "_!=_", "_!=_", "_==_", "_<_", "_>=_", "_>=_", "_<_", "_>_", "_<=_", "_<=_", "_>_");

    private static Demands demand(String name, String operator, CelExpr right, boolean wanted) {
        if (operator.equals("@in") && right.exprKind().getKind() == Kind.LIST) {
            Set<String> values = new HashSet<>();
            for (CelExpr element : right.list().elements()) {
                String text = textOf(element);
                if (text == null) {
                    return Demands.NONE;
                }
                values.add(text);
            }
            return Demands.NONE.texts(name, values, wanted);
        }
        String asked = wanted ? operator : OPPOSITE.get(operator);
        if (asked == null) {
            return Demands.NONE;
        }
        String text = textOf(right);
        if (text != null) {
            return switch (asked) {
                case "_==_" -> Demands.NONE.texts(name, Set.of(text), true);
                case "_!=_" -> Demands.NONE.texts(name, Set.of(text), false);
                default -> Demands.NONE;
            };
        }
        Double number = numberOf(right);
        return number == null ? Demands.NONE : Demands.NONE.number(name, asked, number);
    }

    private static @Nullable String nameOf(CelExpr expression) {
        if (expression.exprKind().getKind() == Kind.IDENT) {
            return expression.ident().name();
        }
        if (expression.exprKind().getKind() == Kind.SELECT
                && !expression.select().testOnly()) {
            String of = nameOf(expression.select().operand());
            return of == null ? null : of + "." + expression.select().field();
        }
        return null;
    }

    private static @Nullable String textOf(CelExpr expression) {
        return expression.exprKind().getKind() == Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? expression.constant().stringValue()
                : null;
    }

    private static @Nullable Double numberOf(CelExpr expression) {
        if (expression.exprKind().getKind() != Kind.CONSTANT) {
            return null;
        }
        return switch (expression.constant().getKind()) {
            case INT64_VALUE -> (double) expression.constant().int64Value();
            case DOUBLE_VALUE -> expression.constant().doubleValue();
            default -> null;
        };
    }

    /** From where to where a number may lie, and whether the ends count. */
    private record Range(double from, boolean fromCounts, double to, boolean toCounts) {

        static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

        Range and(Range other) {
            boolean laterFrom = other.from > from || (other.from == from && !other.fromCounts);
            boolean earlierTo = other.to < to || (other.to == to && !other.toCounts);
            return new Range(
                    laterFrom ? other.from : from,
                    laterFrom ? other.fromCounts : fromCounts,
                    earlierTo ? other.to : to,
                    earlierTo ? other.toCounts : toCounts);
        }

        boolean isEmpty() {
            return from > to || (from == to && !(fromCounts && toCounts));
        }
    }

    /**
     * Demands that hold together.
     *
     * @param allowed the texts that a thing may be, where that is limited
     * @param forbidden the texts that it may not be
     * @param contradiction what in them contradicts itself, in words
     */
    private record Demands(
            Map<String, Range> ranges,
            Map<String, Set<String>> allowed,
            Map<String, Set<String>> forbidden,
            @Nullable String contradiction) {

        static final Demands NONE = new Demands(Map.of(), Map.of(), Map.of(), null);

        Demands impossible(String why) {
            return new Demands(ranges, allowed, forbidden, why);
        }

        Demands number(String name, String operator, double number) {
            Range range =
                    switch (operator) {
                        case "_==_" -> new Range(number, true, number, true);
                        case "_<_" -> new Range(Range.ALL.from, false, number, false);
                        case "_<=_" -> new Range(Range.ALL.from, false, number, true);
                        case "_>_" -> new Range(number, false, Range.ALL.to, false);
                        case "_>=_" -> new Range(number, true, Range.ALL.to, false);
                        default -> Range.ALL;
                    };
            return new Demands(Map.of(name, range), Map.of(), Map.of(), null);
        }

        Demands texts(String name, Set<String> values, boolean wanted) {
            Demands demands = wanted
                    ? new Demands(Map.of(), Map.of(name, values), Map.of(), null)
                    : new Demands(Map.of(), Map.of(), Map.of(name, values), null);
            return demands.checked();
        }

        Demands and(Demands other) {
            Map<String, Range> bothRanges = new HashMap<>(ranges);
            other.ranges.forEach((name, range) -> bothRanges.merge(name, range, Range::and));
            Map<String, Set<String>> bothAllowed = new HashMap<>(allowed);
            other.allowed.forEach((name, values) -> bothAllowed.merge(name, values, Demands::intersection));
            Map<String, Set<String>> bothForbidden = new HashMap<>(forbidden);
            other.forbidden.forEach((name, values) -> bothForbidden.merge(name, values, Demands::union));
            String known = contradiction == null ? other.contradiction : contradiction;
            Demands both = new Demands(bothRanges, bothAllowed, bothForbidden, known);
            return known == null ? both.checked() : both;
        }

        private Demands checked() {
            List<String> found = new ArrayList<>();
            ranges.forEach((name, range) -> {
                if (range.isEmpty()) {
                    found.add("%s would have to be two things at once".formatted(name));
                }
            });
            allowed.forEach((name, values) -> {
                Set<String> possible = new HashSet<>(values);
                possible.removeAll(forbidden.getOrDefault(name, Set.of()));
                if (name.equals("stage")) {
                    possible.retainAll(STAGES);
                }
                if (possible.isEmpty()) {
                    found.add(
                            name.equals("stage")
                                            && !values.isEmpty()
                                            && STAGES.stream().noneMatch(values::contains)
                                    ? "there is no stage %s".formatted(String.join(", ", values))
                                    : "%s would have to be two things at once".formatted(name));
                }
            });
            return found.isEmpty() ? this : impossible(found.get(0));
        }

        private static Set<String> intersection(Set<String> one, Set<String> other) {
            Set<String> both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            Set<String> all = new HashSet<>(one);
            all.addAll(other);
            return all;
        }
    }
}
