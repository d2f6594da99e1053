package stratum.scoring.usecase;

import java.util.ArrayList;
import java.util.List;
import stratum.scoring.domain.Feature;
import stratum.scoring.usecase.PolicyDocument.DimensionDocument;
import stratum.scoring.usecase.PolicyDocument.TierDocument;

/** What is wrong with a policy document, a sentence for each mistake. */
final class PolicyMistakes {

    private static final int MOST_POINTS = 100;
    private static final int HIGHEST_SCORE = 1000;

    private final List<String> found = new ArrayList<>();

    private PolicyMistakes() {}

    static List<String> in(PolicyDocument policy) {
        PolicyMistakes mistakes = new PolicyMistakes();
        mistakes.tiers(policy.tiers());
        policy.scoreCard().forEach(mistakes::dimension);
        mistakes.check(
                policy.scoreCard().stream().mapToInt(DimensionDocument::weight).sum() > 0,
                "The weights of the score card sum to nothing.");
        mistakes.check(policy.marginPercent() >= 0 && policy.marginPercent() < 100, "The margin is 0 to 99 percent.");
        mistakes.check(policy.demotion().graceDays() >= 1, "The grace is at least one day.");
        mistakes.check("AT_ONCE".equals(policy.promotion()), "The promotion is AT_ONCE.");
        return mistakes.found;
    }

    private void tiers(List<TierDocument> tiers) {
        check(!tiers.isEmpty(), "There is no tier.");
        for (int place = 0; place < tiers.size(); place++) {
            TierDocument tier = tiers.get(place);
            tier.gates().keySet().forEach(feature -> known(feature, "Tier " + tier.code()));
            check(
                    tier.minScore() >= 0 && tier.minScore() <= HIGHEST_SCORE,
                    "Tier %s asks for a score of %d; scores are 0 to 1000.".formatted(tier.code(), tier.minScore()));
            check(
                    place > 0 || (tier.minScore() == 0 && tier.gates().isEmpty()),
                    "The lowest tier, %s, must ask for nothing.".formatted(tier.code()));
            check(
                    place == 0 || tier.minScore() >= tiers.get(place - 1).minScore(),
                    "Tier %s asks for less than the tier below it.".formatted(tier.code()));
        }
    }

    private void dimension(DimensionDocument dimension) {
        known(dimension.feature(), "Dimension " + dimension.dimension());
        check(dimension.weight() >= 0, "Dimension %s has a weight below 0.".formatted(dimension.dimension()));
        check(!dimension.curve().isEmpty(), "Dimension %s has no curve.".formatted(dimension.dimension()));
        for (int i = 0; i < dimension.curve().size(); i++) {
            List<Long> point = dimension.curve().get(i);
            check(
                    point.size() == 2 && point.get(1) >= 0 && point.get(1) <= MOST_POINTS,
                    "Point %d of dimension %s is not [feature, points 0 to 100]."
                            .formatted(i + 1, dimension.dimension()));
            check(
                    i == 0 || follows(dimension.curve().get(i - 1), point),
                    "The curve of dimension %s goes back at point %d.".formatted(dimension.dimension(), i + 1));
        }
    }

    private static boolean follows(List<Long> before, List<Long> point) {
        return point.get(0) > before.get(0) && point.get(1) >= before.get(1);
    }

    private void known(String feature, String where) {
        check(
                Feature.called(feature).isPresent(),
                "%s names the feature %s, which does not exist.".formatted(where, feature));
    }

    private void check(boolean right, String sentence) {
        if (!right) {
            found.add(sentence);
        }
    }
}
