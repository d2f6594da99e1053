package stratum.scoring.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.scoring.domain.Family;
import stratum.scoring.domain.Feature;
import stratum.scoring.domain.Features;
import stratum.scoring.domain.Profile;
import stratum.scoring.domain.Subject;
import stratum.scoring.usecase.CelRules.InvalidRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules worked out without the interpreter say what the interpreter says, of whomever they are asked. */
final class SimpleRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    private static final int CUSTOMERS = 1000;

    private final CelRules rules = new CelRules();

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_rule_means_what_it_means_to_the_interpreter(String rule) throws Exception {
        assertSame(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "features.balance > 3 && features.satisfaction < 5 || !features.merchantLike",
                "!(features.satisfaction >= 7) || features.mainBank",
                "features.digitalShare90d >= 0.5 && features.balanceChange90d < -0.25",
                "features.digitalShare90d == 1 || features.txnCount30d == 3.0",
                "features.txnCount30d != 0 && features.netFlow30d >= -5",
                "features.balance >= 9007199254740993",
                "tier == 'MASS' || tier in ['VIP', 'PRIVATE']",
                "profile.kind != 'PERSONAL' || profile.incomeBand == 'HIGH'",
                "!(profile.occupation in ['STUDENT']) && profile.age < 30",
                "'WEALTH' in holdings && !('NO_SUCH' in holdings)",
                "profile.employed == false",
                "features.balance > features.avgBalance90d",
                "has(features.satisfaction) && features.satisfaction < 5",
                "profile.age > 30 ? features.mainBank : features.merchantLike",
                "features.txnCount30d + features.txnCount90d > 5",
                "today > timestamp('2026-01-01T00:00:00Z') && size(holdings) > 1",
                "5 < features.txnCount30d"
            })
    void what_is_simple_and_what_is_not_come_out_alike(String rule) throws Exception {
        assertSame(rule);
    }

    private void assertSame(String rule) throws InvalidRule, CelValidationException, CelEvaluationException {
        Predicate<Subject> quick = rules.compile(rule);
        Predicate<Subject> slow = rules.interpreted(rule);
        Random random = new Random(rule.hashCode());
        for (int i = 0; i < CUSTOMERS; i++) {
            Subject subject = anybody(random);
            assertThat(quick.test(subject)).as("%s of %s", rule, subject).isEqualTo(slow.test(subject));
        }
    }

    /** With numbers around those that rules ask for, and much that is unknown. */
    private static Subject anybody(Random random) {
        String tier = random.nextBoolean() ? "MASS" : "VIP";
        return new Subject(features(random), profile(random), holdings(random), tier, TODAY);
    }

    private static Features features(Random random) {
        Map<Feature, Long> features = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            if (random.nextInt(4) > 0) {
                features.put(feature, number(feature.unit(), random));
            }
        }
        return Features.of(features);
    }

    private static long number(Feature.Unit unit, Random random) {
        return switch (unit) {
            case FLAG -> random.nextInt(2);
            case RATIO ->
                List.of(0L, 500_000L, 1_000_000L, -250_000L, random.nextLong(2_000_000) - 1_000_000)
                        .get(random.nextInt(5));
            case COUNT -> random.nextInt(12);
            case MONEY -> random.nextBoolean() ? random.nextLong(20) - 10 : 100_000L << random.nextInt(40);
        };
    }

    private static Profile profile(Random random) {
        return new Profile(
                1,
                1,
                random.nextBoolean(),
                random.nextBoolean() ? TODAY.minusDays(random.nextInt(30_000)) : null,
                any(random, "STUDENT", "EMPLOYEE", "TEACHER", "EXECUTIVE", null),
                any(random, "HIGH", "LOW", null),
                random.nextBoolean(),
                random.nextBoolean(),
                null);
    }

    private static Set<Family> holdings(Random random) {
        Set<Family> holdings = EnumSet.noneOf(Family.class);
        for (Family family : Family.values()) {
            if (random.nextInt(3) == 0) {
                holdings.add(family);
            }
        }
        return holdings;
    }

    private static @Nullable String any(Random random, @Nullable String... of) {
        return of[random.nextInt(of.length)];
    }

    static Stream<String> shipped() {
        JsonMapper json = JsonMapper.builder().build();
        return Stream.of("rolling", "month-average")
                .map(policy -> json.readTree(ShippedPolicies.document(policy, "CZK")))
                .flatMap(policy -> Stream.of("needs", "behaviours", "customerGroups")
                        .flatMap(part -> policy.path(part).valueStream()))
                .map((JsonNode rule) -> rule.path("when").asString())
                .distinct();
    }
}
