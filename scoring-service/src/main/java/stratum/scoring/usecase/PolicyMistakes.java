package stratum.scoring.usecase;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.scoring.domain.Feature;
import stratum.scoring.domain.Promotion;
import stratum.scoring.usecase.PolicyDocument.DemotionPart;
import stratum.scoring.usecase.PolicyDocument.DimensionPart;
import stratum.scoring.usecase.PolicyDocument.RatesPart;
import stratum.scoring.usecase.PolicyDocument.RulePart;
import stratum.scoring.usecase.PolicyDocument.TierPart;

/** What is wrong with a policy document beside its CEL expressions, a sentence for each mistake. */
final class PolicyMistakes {

    private static final int HIGHEST_SCORE = 1000;
    private static final int MOST_PERCENT = 99;
    private static final int MOST_TIERS = 20;
    private static final int MOST_GROUPS = 8;
    private static final int MOST_RULES = 50;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_MONTH_ENDS = 120;
    private static final int HIGHEST_WEIGHT = 1_000_000;
    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private final List<Mistake> found = new ArrayList<>();

    private PolicyMistakes() {}

    /**
     * Every mistake, in the order of the document.
     *
     * @param base the bank's base currency, in which customers are measured
     */
    static List<Mistake> in(PolicyDocument policy, String base) {
        PolicyMistakes mistakes = new PolicyMistakes();
        mistakes.head(policy, base);
        mistakes.tiers(policy);
        mistakes.scoreCard(requireNonNullElse(policy.scoreCard(), List.of()));
        mistakes.moves(policy);
        mistakes.rates(policy.marginRates());
        mistakes.rules("/needs", policy.needs(), MOST_RULES);
        mistakes.rules("/behaviours", policy.behaviours(), MOST_RULES);
        mistakes.rules("/customerGroups", policy.customerGroups(), MOST_GROUPS);
        return mistakes.found;
    }

    private void head(PolicyDocument policy, String base) {
        check(isName(policy.id()), "/id", "The policy needs an id of letters, digits and hyphens.");
        Integer version = policy.version();
        check(version != null && version >= 1, "/version", "The version is a number from 1.");
        check(policy.effectiveFrom() != null, "/effectiveFrom", "It is not said from when on the policy rules.");
        check(
                base.equals(policy.currency()),
                "/currency",
                "The amounts are in the bank's base currency %s, so the currency is %s, not %s.",
                base,
                base,
                policy.currency());
    }

    private static boolean isName(@Nullable String name) {
        return name != null && name.matches("[A-Za-z0-9_-]{1,64}");
    }

    private void moves(PolicyDocument policy) {
        margin("/marginPercent", policy.marginPercent());
        check(
                Arrays.stream(Promotion.values()).anyMatch(known -> known.name().equals(policy.promotion())),
                "/promotion",
                "The promotion is AT_ONCE or MONTH_START, not %s.",
                policy.promotion());
        demotion("/demotion", policy.demotion());
    }

    private void margin(String place, @Nullable Integer percent) {
        check(
                percent != null && percent >= 0 && percent <= MOST_PERCENT,
                place,
                "The margin is 0 to 99 percent, not %s.",
                percent);
    }

    private void demotion(String place, @Nullable DemotionPart demotion) {
        Integer days = demotion == null ? null : demotion.afterDays();
        Integer monthEnds = demotion == null ? null : demotion.afterMonthEnds();
        if ((days == null) == (monthEnds == null)) {
            mistake(place, "The grace is either afterDays or afterMonthEnds, and one of them.");
            return;
        }
        check(
                days == null || (days >= 1 && days <= MOST_DAYS),
                place + "/afterDays",
                "The grace is at least one day and at most %d, not %s.",
                MOST_DAYS,
                days);
        check(
                monthEnds == null || (monthEnds >= 1 && monthEnds <= MOST_MONTH_ENDS),
                place + "/afterMonthEnds",
                "The grace is at least one month-end and at most %d, not %s.",
                MOST_MONTH_ENDS,
                monthEnds);
    }

    private void rates(@Nullable RatesPart rates) {
        if (rates != null) {
            rate("/marginRates/deposit", rates.deposit());
            rate("/marginRates/loan", rates.loan());
        }
    }

    private void rate(String place, @Nullable BigDecimal rate) {
        check(
                rate == null
                        || (rate.signum() >= 0
                                && rate.compareTo(BigDecimal.ONE) < 0
                                && rate.stripTrailingZeros().scale() <= Feature.DECIMALS),
                place,
                "A margin rate is a share from 0 to below 1 with at most 6 decimals, for example 0.015 for 1.5 percent, not %s.",
                rate);
    }

    private void tiers(PolicyDocument policy) {
        List<TierPart> tiers = requireNonNullElse(policy.tiers(), List.of());
        check(!tiers.isEmpty(), "/tiers", "There is no tier.");
        check(tiers.size() <= MOST_TIERS, "/tiers", "There are more than %d tiers.", MOST_TIERS);
        Set<String> codes = new HashSet<>();
        for (int place = 0; place < tiers.size(); place++) {
            String at = "/tiers/" + place;
            TierPart tier = tiers.get(place);
            check(isName(tier.code()), at + "/code", "The tier needs a code of letters, digits and hyphens.");
            check(codes.add(code(tier)), at + "/code", "The code %s is that of another tier.", tier.code());
            conditions(at, tier);
            if (place == 0) {
                lowest(at, tier);
            } else {
                above(at, tiers.get(place - 1), tier);
            }
        }
        replaced(tiers, codes);
        reachable(tiers, requireNonNullElse(policy.scoreCard(), List.of()));
    }

    private void conditions(String at, TierPart tier) {
        names(at, "Tier " + tier.code(), tier.names());
        Integer score = tier.minScore();
        check(
                score != null && score >= 0 && score <= HIGHEST_SCORE,
                at + "/minScore",
                "Tier %s asks for a score of %s; scores are 0 to 1000.",
                tier.code(),
                score);
        gates(tier)
                .forEach((feature, least) -> number(at + "/gates/" + feature, "Tier " + tier.code(), feature, least));
        if (tier.marginPercent() != null) {
            margin(at + "/marginPercent", tier.marginPercent());
        }
        if (tier.demotion() != null) {
            demotion(at + "/demotion", tier.demotion());
        }
    }

    private void lowest(String at, TierPart tier) {
        check(
                score(tier) == 0 && gates(tier).isEmpty(),
                at,
                "The lowest tier, %s, must ask for nothing; else there are customers without a tier.",
                tier.code());
    }

    /** Who meets a tier must meet the one below it too, and not the other way round. */
    private void above(String at, TierPart below, TierPart tier) {
        check(
                score(tier) >= score(below),
                at + "/minScore",
                "Tier %s asks for less than the tier below it: a score of %d after one of %d.",
                tier.code(),
                score(tier),
                score(below));
        gates(below).forEach((feature, least) -> {
            BigDecimal own = gates(tier).get(feature);
            check(
                    own != null && own.compareTo(least) >= 0,
                    at + "/gates",
                    "Tier %s asks for less %s than the tier below it, %s, which asks for %s.",
                    tier.code(),
                    feature,
                    below.code(),
                    least.toPlainString());
        });
        check(
                score(tier) != score(below) || !gates(tier).equals(gates(below)),
                at,
                "Tier %s asks for no more than %s below it, which nobody could then hold.",
                tier.code(),
                below.code());
    }

    private void replaced(List<TierPart> tiers, Set<String> codes) {
        Map<String, String> successors = new HashMap<>();
        for (int place = 0; place < tiers.size(); place++) {
            TierPart tier = tiers.get(place);
            String at = "/tiers/%d/replaces".formatted(place);
            for (String former : requireNonNullElse(tier.replaces(), List.<String>of())) {
                check(
                        !codes.contains(former),
                        at,
                        "Tier %s cannot replace %s, which is still there.",
                        code(tier),
                        former);
                String other = successors.put(former, code(tier));
                check(other == null, at, "Tier %s is replaced by %s already.", former, other);
            }
        }
    }

    private void reachable(List<TierPart> tiers, List<DimensionPart> scoreCard) {
        Optional<Long> highest = HighestScore.of(scoreCard);
        for (int place = 0; place < tiers.size(); place++) {
            TierPart tier = tiers.get(place);
            check(
                    highest.isEmpty() || score(tier) <= highest.get(),
                    "/tiers/%d/minScore".formatted(place),
                    "Nobody can reach tier %s: it asks for a score of %d, and the score card gives %s at most.",
                    tier.code(),
                    score(tier),
                    highest.orElse(0L));
        }
    }

    private void scoreCard(List<DimensionPart> dimensions) {
        Set<String> names = new HashSet<>();
        long weights = 0;
        for (int i = 0; i < dimensions.size(); i++) {
            String at = "/scoreCard/" + i;
            DimensionPart dimension = dimensions.get(i);
            int weight = requireNonNullElse(dimension.weight(), -1);
            check(isName(dimension.dimension()), at + "/dimension", "The dimension needs a name.");
            check(
                    names.add(String.valueOf(dimension.dimension())),
                    at + "/dimension",
                    "There is a dimension %s already.",
                    dimension.dimension());
            check(
                    weight >= 0 && weight <= HIGHEST_WEIGHT,
                    at + "/weight",
                    "The weight of dimension %s is a whole number from 0 to %d.",
                    dimension.dimension(),
                    HIGHEST_WEIGHT);
            weights += Math.max(0, weight);
            found.addAll(CurveMistakes.in(dimension, at));
        }
        check(weights > 0, "/scoreCard", "The weights of the score card sum to nothing.");
    }

    private void rules(String at, @Nullable List<RulePart> parts, int most) {
        List<RulePart> rules = requireNonNullElse(parts, List.of());
        Set<String> codes = new HashSet<>();
        check(rules.size() <= most, at, "There are %d; at most %d are allowed.", rules.size(), most);
        for (int i = 0; i < rules.size(); i++) {
            RulePart rule = rules.get(i);
            String place = "%s/%d".formatted(at, i);
            check(isName(rule.code()), place + "/code", "The rule needs a code of letters, digits and hyphens.");
            check(codes.add(String.valueOf(rule.code())), place + "/code", "There is a rule %s already.", rule.code());
            check(rule.when() != null, place + "/when", "Rule %s does not say when; true holds for all.", rule.code());
            names(place, "Rule " + rule.code(), rule.names());
        }
    }

    private void names(String at, String who, @Nullable Map<String, String> names) {
        for (String language : LANGUAGES) {
            String name = names == null ? null : names.get(language);
            check(name != null && !name.isBlank(), at + "/names", "%s has no name in %s.", who, language);
        }
    }

    private void number(String place, String who, String feature, @Nullable BigDecimal number) {
        Optional<Feature> known = Feature.called(feature);
        check(known.isPresent(), place, "%s names the feature %s, which does not exist.", who, feature);
        check(
                known.isEmpty()
                        || (number != null
                                && FeatureNumbers.of(known.get(), number).isPresent()),
                place,
                "%s asks for %s of %s; a whole number is wanted, or a ratio with at most 6 decimals.",
                who,
                number,
                feature);
    }

    private static String code(TierPart tier) {
        return String.valueOf(tier.code());
    }

    private static int score(TierPart tier) {
        return requireNonNullElse(tier.minScore(), 0);
    }

    private static Map<String, BigDecimal> gates(TierPart tier) {
        return requireNonNullElse(tier.gates(), Map.of());
    }

    private void check(boolean right, String place, String sentence, @Nullable Object... values) {
        if (!right) {
            mistake(place, sentence.formatted(values));
        }
    }

    private void mistake(String place, String sentence) {
        found.add(new Mistake(place, sentence));
    }
}
