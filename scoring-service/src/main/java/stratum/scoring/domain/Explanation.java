package stratum.scoring.domain;

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
        int held = standing.isAssigned() ? standing.tier() : assessment.candidate();
        boolean atTheTop = held == policy.tiers().size() - 1;
        return new Explanation(
                policy.scoreCard().points(assessment.features()),
                atTheTop ? List.of() : Distance.to(policy.tier(held + 1), assessment),
                Distance.to(policy.tier(held), assessment),
                reasons(policy, assessment, held));
    }

    private static List<Reason> reasons(TierPolicy policy, Assessment assessment, int held) {
        return assessment.candidate() >= held
                ? List.of(Reason.aboutTier(
                        "MEETS_TIER",
                        policy.tier(held),
                        "Your balance and activity meet what %s asks for.",
                        "您的资产与活跃度符合%s客户的标准。"))
                : fallsShort(policy.tier(held), assessment);
    }

    private static List<Reason> fallsShort(Tier tier, Assessment assessment) {
        return Distance.to(tier, assessment).stream()
                .filter(distance -> distance.missing() > 0)
                .flatMap(distance -> Stream.of(shortfall(distance, tier)))
                .toList();
    }

    private static Reason shortfall(Distance distance, Tier tier) {
        return distance.what().equals(Feature.AVG_BALANCE_90D.label())
                ? Reason.aboutTier(
                        "AVERAGE_BALANCE_LOW",
                        tier,
                        "Your average balance over 90 days is below what %s asks for.",
                        "您近90天的日均资产低于%s客户的标准。")
                : Reason.aboutTier(
                        "SCORE_LOW",
                        tier,
                        "Your overall standing with us is below what %s asks for.",
                        "您的综合评分低于%s客户的标准。");
    }
}
