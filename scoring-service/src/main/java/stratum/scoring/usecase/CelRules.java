package stratum.scoring.usecase;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import stratum.scoring.domain.Family;
import stratum.scoring.domain.Profile;
import stratum.scoring.domain.Subject;

/**
 * Rules in the Common Expression Language, checked against what a {@link Subject} has and compiled once. They may ask for
 * {@code features}, {@code profile}, {@code holdings}, {@code tier}, and {@code today}: the start of the as-of date in UTC.
 */
final class CelRules {

    private static final CelType FACTS = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .build();
    private static final Map<String, Set<String>> FIELDS =
            Map.of("features", Vocabulary.FEATURES, "profile", Vocabulary.PROFILE);

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL)
            .addVar("features", FACTS)
            .addVar("profile", FACTS)
            .addVar("holdings", ListType.create(SimpleType.STRING))
            .addVar("tier", SimpleType.STRING)
            .addVar("today", SimpleType.TIMESTAMP)
            .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    /** An expression is no rule, for these reasons. */
    static final class InvalidRule extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> mistakes;

        InvalidRule(List<String> mistakes) {
            super(String.join("; ", mistakes));
            this.mistakes = mistakes;
        }

        List<String> mistakes() {
            return mistakes;
        }
    }

    /**
     * The rule that an expression states. It does not hold for a customer of whom it asks something unknown.
     *
     * @throws InvalidRule where it states none, with every mistake and where it stands
     */
    Predicate<Subject> compile(String expression) throws InvalidRule {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
            requireKnownNames(tree);
            return SimpleRules.of(tree.getExpr())
                    .<Predicate<Subject>>map(part -> subject -> part.of(subject) == SimpleRules.Verdict.YES)
                    .orElse(interpreted(tree));
        } catch (CelValidationException e) {
            throw new InvalidRule(e.getErrors().stream().map(CelRules::sentence).toList());
        } catch (CelEvaluationException e) {
            throw new InvalidRule(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The rule as CEL's own interpreter works it out. */
    private Predicate<Subject> interpreted(CelAbstractSyntaxTree tree) throws CelEvaluationException {
        CelRuntime.Program program = runtime.createProgram(tree);
        return subject -> holds(program, subject);
    }

    /** The same rule, always by the interpreter. */
    Predicate<Subject> interpreted(String expression) throws CelValidationException, CelEvaluationException {
        return interpreted(compiler.compile(expression).getAst());
    }

    private static String sentence(CelIssue issue) {
        return "Line %d, column %d: %s."
                .formatted(
                        issue.getSourceLocation().getLine(),
                        issue.getSourceLocation().getColumn() + 1,
                        issue.getMessage());
    }

    private static void requireKnownNames(CelAbstractSyntaxTree tree) throws InvalidRule {
        List<String> mistakes = new ArrayList<>();
        FIELDS.forEach((variable, known) -> {
            Set<String> asked = asked(tree, variable);
            asked.removeAll(known);
            asked.forEach(name -> mistakes.add("There is no %s in %s.".formatted(name, variable)));
        });
        if (!mistakes.isEmpty()) {
            throw new InvalidRule(mistakes.stream().sorted().toList());
        }
    }

    private static Set<String> asked(CelAbstractSyntaxTree tree, String variable) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(expression -> selectsFrom(variable, expression))
                .map(expression -> expression.select().field())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean selectsFrom(String variable, CelExpr expression) {
        return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && expression.select().operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && expression.select().operand().ident().name().equals(variable);
    }

    private static boolean holds(CelRuntime.Program program, Subject subject) {
        try {
            return Boolean.TRUE.equals(program.eval(variables(subject)));
        } catch (CelEvaluationException asksForTheUnknown) {
            return false;
        }
    }

    private static Map<String, Object> variables(Subject subject) {
        return Map.of(
                // CEL knows no decimals: a ratio is a double to it.
                "features", subject.features().counted(),
                "profile", profile(subject),
                "holdings", subject.holdings().stream().map(Family::name).toList(),
                "tier", subject.tier(),
                "today", subject.date().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Map<String, Object> profile(Subject subject) {
        Profile profile = subject.profile();
        Map<String, Object> fields = new HashMap<>();
        fields.put("kind", profile.kind());
        fields.put("employed", profile.employed());
        fields.put("representative", profile.representative());
        subject.age().ifPresent(age -> fields.put("age", (long) age));
        if (profile.occupation() != null) {
            fields.put("occupation", profile.occupation());
        }
        if (profile.incomeBand() != null) {
            fields.put("incomeBand", profile.incomeBand());
        }
        return fields;
    }
}
