package stratum.scoring.usecase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tier policy as it is written down: JSON, with features by name. Anything may be missing; {@link PolicyMistakes} says so. */
record PolicyDocument(
        @Nullable String id,
        @Nullable Integer version,
        @Nullable String currency,
        @Nullable Instant effectiveFrom,
        @Nullable List<TierPart> tiers,
        @Nullable List<DimensionPart> scoreCard,
        @Nullable Integer marginPercent,
        @Nullable String promotion,
        @Nullable DemotionPart demotion,
        @Nullable RatesPart marginRates,
        @Nullable List<RulePart> needs,
        @Nullable List<RulePart> behaviours,
        @Nullable List<RulePart> customerGroups) {

    /** A tier; margin and demotion are its own, or else those of the policy. */
    record TierPart(
            @Nullable String code,
            @Nullable Map<String, String> names,
            @Nullable Integer minScore,
            @Nullable Map<String, BigDecimal> gates,
            @Nullable Integer marginPercent,
            @Nullable DemotionPart demotion,
            @Nullable List<String> replaces) {}

    /** A dimension: of one feature with its curve, or of several terms. */
    record DimensionPart(
            @Nullable String dimension,
            @Nullable Integer weight,
            @Nullable String feature,
            @Nullable List<List<BigDecimal>> curve,
            @Nullable List<TermPart> terms) {}

    /** What a feature adds to its dimension: so many percent of its curve, all of it where no number is given. */
    record TermPart(
            @Nullable String feature,
            @Nullable Integer percent,
            @Nullable List<List<BigDecimal>> curve) {}

    /** The grace before a customer moves down: one of the two. */
    record DemotionPart(
            @Nullable Integer afterDays, @Nullable Integer afterMonthEnds) {}

    /** What the bank earns in a year on balances, as shares. */
    record RatesPart(@Nullable BigDecimal deposit, @Nullable BigDecimal loan) {}

    /** A need or group, its names by language, and the CEL expression that says when. */
    record RulePart(
            @Nullable String code,
            @Nullable Map<String, String> names,
            @Nullable String when) {}
}
