package stratum.scoring.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A decision's own working: points, distances, and the reasons in words.
 *
 * @param points 0 to 100 by dimension
 * @param up distances to the tier above the one held; empty at the top
 * @param down distances to what the tier held asks for
 * @param reasons why the customer stands where it does, largest first
 */
public record Explanation(Map<String, Double> points, List<Distance> up, List<Distance> down, List<Reason> reasons) {

    /** Explains where a customer stands. */
    public static Explanation of(TierPolicy policy, Assessment assessment, Standing standing) {
        int held = standing.isAssigned() ? policy.placeOf(standing.tier()) : assessment.candidate();
        return explain(policy, assessment, held, reasons(policy, assessment, standing, held));
    }

    /** Explains what was announced. */
    public static Explanation of(TierPolicy policy, Assessment assessment, Signal signal) {
        int held = policy.placeOf(signal.after().tier());
        List<Reason> reasons =
                switch (signal.kind()) {
                    case DOWNGRADED -> fallsShort(policy.tier(signal.before().requireEarned()), assessment);
                    case NEAR_UPGRADE -> isNear(policy.tier(held + 1), assessment);
                    case OVERRIDE_ENDED ->
                        Stream.concat(
                                        Stream.of(overrideEnded(policy.tier(held))),
                                        reasons(policy, assessment, signal.after(), held).stream())
                                .toList();
                    case ASSIGNED, UPGRADED, WATCH_STARTED, WATCH_ENDED, OVERRIDDEN ->
                        reasons(policy, assessment, signal.after(), held);
                };
        return explain(policy, assessment, held, reasons);
    }

    private static Explanation explain(TierPolicy policy, Assessment assessment, int held, List<Reason> reasons) {
        return new Explanation(
                policy.scoreCard().points(assessment.features()),
                policy.isTop(held) ? List.of() : Distance.to(policy.tier(held + 1), assessment),
                Distance.to(policy.tier(held), assessment),
                reasons);
    }

    private static List<Reason> reasons(TierPolicy policy, Assessment assessment, Standing standing, int held) {
        TierOverride override = standing.override();
        if (override != null) {
            return List.of(setByHand(policy.tier(held), override));
        }
        return assessment.candidate() >= held
                ? List.of(Reason.aboutTier(
                        "MEETS_TIER",
                        policy.tier(held),
                        "Your balance and activity meet what %s asks for.",
                        "您的资产与活跃度符合%s客户的标准。"))
                : fallsShort(policy.tier(held), assessment);
    }

    private static Reason setByHand(Tier tier, TierOverride override) {
        return Reason.aboutTier(
                "SET_BY_BANK",
                tier,
                "We have set your tier to %s until " + override.until() + ".",
                "我行已将您的客户等级设为%s，有效期至" + override.until() + "。");
    }

    private static Reason overrideEnded(Tier tier) {
        return Reason.aboutTier(
                "SET_BY_BANK_ENDED",
                tier,
                "The time for which we had set your tier is over; your tier is now %s.",
                "我行为您设定的客户等级已到期，您现在的等级为%s。");
    }

    private static List<Reason> fallsShort(Tier tier, Assessment assessment) {
        return missing(tier, assessment)
                .map(distance -> about(
                        FeatureWords.codeOfLow(distance.what()),
                        distance,
                        tier,
                        "Your {} is below what %s asks for.",
                        "您的{}低于%s客户的标准。"))
                .toList();
    }

    private static List<Reason> isNear(Tier above, Assessment assessment) {
        return missing(above, assessment)
                .map(distance -> about(
                        "LITTLE_MISSING",
                        distance,
                        above,
                        "Your {} is only a little below what %s asks for; everything else is met.",
                        "您只差一点即可成为%s客户：{}略低于标准，其余条件均已满足。"))
                .toList();
    }

    private static Reason about(String code, Distance distance, Tier tier, String english, String chinese) {
        FeatureWords words = FeatureWords.of(distance.what());
        return Reason.aboutTier(
                code, tier, english.replace("{}", words.english()), chinese.replace("{}", words.chinese()));
    }

    /** What fails, the largest share of what is required first. */
    private static Stream<Distance> missing(Tier tier, Assessment assessment) {
        return Distance.to(tier, assessment).stream()
                .filter(distance -> distance.missing() > 0)
                .sorted(Comparator.comparingDouble(Explanation::share).reversed());
    }

    private static double share(Distance distance) {
        return (double) distance.missing() / Math.max(1, Math.abs(distance.required()));
    }
}
