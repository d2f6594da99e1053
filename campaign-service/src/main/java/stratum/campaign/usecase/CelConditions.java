package stratum.campaign.usecase;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stratum.campaign.domain.Condition;
import stratum.campaign.domain.FeatureNames;
import stratum.campaign.domain.Subject;

/**
 * Conditions in the Common Expression Language, checked against what a {@link Subject} has and compiled once.
 * {@code today} is a timestamp: the start of the business date in UTC.
 */
final class CelConditions {

    private static final CelType FACTS = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .build();

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("features", FACTS)
            .addVar("tier", SimpleType.STRING)
            .addVar("stage", SimpleType.STRING)
            .addVar("needs", ListType.create(SimpleType.STRING))
            .addVar("profile", FACTS)
            .addVar("trigger", FACTS)
            .addVar("today", SimpleType.TIMESTAMP)
            .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    /** An expression is no condition, for these reasons. */
    static final class InvalidCondition extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> mistakes;

        InvalidCondition(List<String> mistakes) {
            super(String.join("; ", mistakes));
            this.mistakes = mistakes;
        }

        List<String> mistakes() {
            return mistakes;
        }
    }

    /**
     * The condition that an expression states.
     *
     * @throws InvalidCondition where it is none, with every mistake and where it stands
     */
    Condition compile(String expression) throws InvalidCondition {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
            requireSound(tree);
            CelRuntime.Program program = runtime.createProgram(tree);
            return subject -> holds(program, subject);
        } catch (CelValidationException e) {
            throw new InvalidCondition(
                    e.getErrors().stream().map(CelConditions::sentence).toList());
        } catch (CelEvaluationException e) {
            throw new InvalidCondition(List.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Why no customer can meet the condition that an expression states; empty where some could.
     *
     * @throws InvalidCondition where it is none
     */
    Optional<String> contradiction(String expression) throws InvalidCondition {
        try {
            return Satisfiability.contradiction(compiler.compile(expression).getAst());
        } catch (CelValidationException e) {
            throw new InvalidCondition(
                    e.getErrors().stream().map(CelConditions::sentence).toList());
        }
    }

    private static String sentence(CelIssue issue) {
        return "line %d, column %d: %s"
                .formatted(
                        issue.getSourceLocation().getLine(),
                        issue.getSourceLocation().getColumn() + 1,
                        issue.getMessage());
    }

    private static void requireSound(CelAbstractSyntaxTree tree) throws InvalidCondition {
        List<String> mistakes = new ArrayList<>();
        if (!tree.getResultType().equals(SimpleType.BOOL)) {
            mistakes.add("it gives %s and not true or false"
                    .formatted(tree.getResultType().name()));
        }
        unknownFeatures(tree).forEach(name -> mistakes.add("there is no feature '%s'".formatted(name)));
        if (!mistakes.isEmpty()) {
            throw new InvalidCondition(mistakes);
        }
    }

    private static Set<String> unknownFeatures(CelAbstractSyntaxTree tree) {
        Set<String> asked = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(CelConditions::asksForFeature)
                .map(expression -> expression.select().field())
                .collect(Collectors.toCollection(TreeSet::new));
        asked.removeAll(FeatureNames.ALL);
        return asked;
    }

    private static boolean asksForFeature(CelExpr expression) {
        return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && expression.select().operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && expression.select().operand().ident().name().equals("features");
    }

    private static boolean holds(CelRuntime.Program program, Subject subject) {
        try {
            return Boolean.TRUE.equals(program.eval(variables(subject)));
        } catch (CelEvaluationException e) {
            throw new Condition.Undecidable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, Object> variables(Subject subject) {
        return Map.of(
                "features", subject.features(),
                "tier", subject.tier(),
                "stage", subject.stage(),
                "needs", subject.needs(),
                "profile", subject.profile(),
                "trigger", subject.trigger(),
                "today", subject.today().atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
