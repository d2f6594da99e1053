package stratum.scoring.usecase;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.Family;
import stratum.scoring.domain.Feature;
import stratum.scoring.domain.Subject;

/**
 * Rules of comparisons with constants, joined by and, or and not, which is what policies are made of. They are worked out
 * without CEL's interpreter, which takes a hundred times as long: it looks names up in maps, and throws an exception for
 * each thing unknown. What says more is left to it. Both say the same, which SimpleRulesTest keeps.
 */
final class SimpleRules {

    /** What an expression comes to; of something unknown nothing can be said, unless the other side decides. */
    enum Verdict {
        YES,
        NO,
        UNKNOWN;

        static Verdict of(boolean holds) {
            return holds ? YES : NO;
        }

        Verdict and(Verdict that) {
            return this == NO || that == NO ? NO : this == YES ? that : this;
        }

        Verdict or(Verdict that) {
            return this == YES || that == YES ? YES : this == NO ? that : this;
        }

        Verdict not() {
            return this == UNKNOWN ? UNKNOWN : of(this == NO);
        }
    }

    /** A part of a rule. */
    @FunctionalInterface
    interface Part {
        Verdict of(Subject subject);
    }

    /** A number about a customer; not a number where it is unknown. */
    @FunctionalInterface
    private interface Amount extends ToDoubleFunction<Subject> {}

    /** A word about a customer; none where it is unknown. */
    @FunctionalInterface
    private interface Word {
        @Nullable String of(Subject subject);
    }

    /** Doubles tell whole numbers up to here apart, and CEL compares exactly. */
    private static final long EXACT = 1L << 53;

    private static final Map<String, IntPredicate> COMPARISONS = Map.of(
            "_<_", sign -> sign < 0,
            "_<=_", sign -> sign <= 0,
            "_>_", sign -> sign > 0,
            "_>=_", sign -> sign >= 0,
            "_==_", sign -> sign == 0,
            "_!=_", sign -> sign != 0);

    private SimpleRules() {}

    /** The rule that a checked expression states; none where it is more than simple. */
    static Optional<Part> of(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> truth(expression.constant());
            case SELECT -> flag(expression);
            case CALL -> call(expression.call());
            default -> Optional.empty();
        };
    }

    private static Optional<Part> truth(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE
                ? Optional.of(subject -> Verdict.of(constant.booleanValue()))
                : Optional.empty();
    }

    private static Optional<Part> call(CelExpr.CelCall call) {
        List<CelExpr> of = call.args();
        return switch (call.function()) {
            case "_&&_" ->
                both(of, (one, other) -> subject -> {
                    Verdict verdict = one.of(subject);
                    return verdict == Verdict.NO ? verdict : verdict.and(other.of(subject));
                });
            case "_||_" ->
                both(of, (one, other) -> subject -> {
                    Verdict verdict = one.of(subject);
                    return verdict == Verdict.YES ? verdict : verdict.or(other.of(subject));
                });
            case "!_" -> of(of.get(0)).map(part -> subject -> part.of(subject).not());
            case "@in" -> membership(of.get(0), of.get(1));
            default ->
                COMPARISONS.containsKey(call.function())
                        ? comparison(of.get(0), COMPARISONS.get(call.function()), of.get(1), call.function())
                        : Optional.empty();
        };
    }

    /** Joins two parts. */
    @FunctionalInterface
    private interface Joining {
        Part join(Part one, Part other);
    }

    private static Optional<Part> both(List<CelExpr> parts, Joining joining) {
        return of(parts.get(0)).flatMap(one -> of(parts.get(1)).map(other -> joining.join(one, other)));
    }

    private static Optional<Part> comparison(CelExpr left, IntPredicate holds, CelExpr right, String function) {
        Optional<Double> number = number(right);
        if (number.isPresent()) {
            double to = number.get();
            return amount(left).map(amount -> subject -> compare(amount.applyAsDouble(subject), to, holds));
        }
        boolean same = function.equals("_==_");
        return same || function.equals("_!=_")
                ? text(right)
                        .flatMap(text -> word(left).map(word -> (Part) subject -> {
                            String actual = word.of(subject);
                            return actual == null ? Verdict.UNKNOWN : Verdict.of(actual.equals(text) == same);
                        }))
                : Optional.empty();
    }

    private static Verdict compare(double amount, double to, IntPredicate holds) {
        int sign = amount < to ? -1 : amount > to ? 1 : 0;
        return Double.isNaN(amount) ? Verdict.UNKNOWN : Verdict.of(holds.test(sign));
    }

    private static Optional<Part> membership(CelExpr element, CelExpr list) {
        if (isNamed(list, "holdings")) {
            return text(element).map(SimpleRules::holding);
        }
        if (list.exprKind().getKind() != Kind.LIST) {
            return Optional.empty();
        }
        List<Optional<String>> texts =
                list.list().elements().stream().map(SimpleRules::text).toList();
        if (texts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Set<String> members = texts.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        return word(element).map(word -> subject -> {
            String actual = word.of(subject);
            return actual == null ? Verdict.UNKNOWN : Verdict.of(members.contains(actual));
        });
    }

    private static Part holding(String name) {
        Optional<Family> family = Family.called(name);
        return subject -> Verdict.of(family.isPresent() && subject.holdings().contains(family.get()));
    }

    private static Optional<Part> flag(CelExpr expression) {
        return field(expression, "profile")
                .<Part>flatMap(field -> switch (field) {
                    case "employed" ->
                        Optional.of(subject -> Verdict.of(subject.profile().employed()));
                    case "representative" ->
                        Optional.of(subject -> Verdict.of(subject.profile().representative()));
                    default -> Optional.empty();
                })
                .or(() -> feature(expression)
                        .filter(feature -> feature.unit() == Feature.Unit.FLAG)
                        .map(feature -> subject -> subject.features().isKnown(feature)
                                ? Verdict.of(subject.features().orZero(feature) != 0)
                                : Verdict.UNKNOWN));
    }

    private static Optional<Amount> amount(CelExpr expression) {
        if (field(expression, "profile").filter("age"::equals).isPresent()) {
            return Optional.of(
                    subject -> subject.age().isPresent() ? subject.age().getAsInt() : Double.NaN);
        }
        return feature(expression)
                .filter(feature -> feature.unit() != Feature.Unit.FLAG)
                .map(feature -> {
                    double one = feature.unit() == Feature.Unit.RATIO ? Feature.ONE : 1;
                    return subject -> subject.features().isKnown(feature)
                            ? subject.features().orZero(feature) / one
                            : Double.NaN;
                });
    }

    private static Optional<Word> word(CelExpr expression) {
        if (isNamed(expression, "tier")) {
            return Optional.of(Subject::tier);
        }
        return field(expression, "profile").flatMap(field -> switch (field) {
            case "kind" -> Optional.of(subject -> subject.profile().kind());
            case "occupation" -> Optional.of(subject -> subject.profile().occupation());
            case "incomeBand" -> Optional.of(subject -> subject.profile().incomeBand());
            default -> Optional.empty();
        });
    }

    private static Optional<Feature> feature(CelExpr expression) {
        return field(expression, "features").flatMap(Feature::called);
    }

    private static Optional<String> field(CelExpr expression, String of) {
        return expression.exprKind().getKind() == Kind.SELECT
                        && !expression.select().testOnly()
                        && isNamed(expression.select().operand(), of)
                ? Optional.of(expression.select().field())
                : Optional.empty();
    }

    private static boolean isNamed(CelExpr expression, String name) {
        return expression.exprKind().getKind() == Kind.IDENT
                && expression.ident().name().equals(name);
    }

    private static Optional<Double> number(CelExpr expression) {
        return constant(expression).flatMap(constant -> switch (constant.getKind()) {
            case INT64_VALUE ->
                Optional.of(constant.int64Value())
                        .filter(whole -> Math.abs(whole) < EXACT)
                        .map(Long::doubleValue);
            case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
            default -> Optional.empty();
        });
    }

    private static Optional<String> text(CelExpr expression) {
        return constant(expression)
                .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue);
    }

    private static Optional<CelConstant> constant(CelExpr expression) {
        return expression.exprKind().getKind() == Kind.CONSTANT ? Optional.of(expression.constant()) : Optional.empty();
    }
}
