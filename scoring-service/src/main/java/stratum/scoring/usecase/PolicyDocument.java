package stratum.scoring.usecase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stratum.scoring.domain.Curve;
import stratum.scoring.domain.Feature;
import stratum.scoring.domain.ScoreCard;
import stratum.scoring.domain.Tier;
import stratum.scoring.domain.TierPolicy;

/** A tier policy as it is written down: JSON, with features by name. */
record PolicyDocument(
        String id,
        int version,
        String currency,
        Instant effectiveFrom,
        List<TierDocument> tiers,
        List<DimensionDocument> scoreCard,
        int marginPercent,
        String promotion,
        DemotionDocument demotion) {

    record TierDocument(String code, Map<String, String> names, int minScore, Map<String, Long> gates) {}

    record DimensionDocument(String dimension, int weight, String feature, List<List<Long>> curve) {}

    record DemotionDocument(int graceDays) {}

    TierPolicy toPolicy() {
        return new TierPolicy(
                id,
                version,
                effectiveFrom,
                tiers.stream().map(PolicyDocument::tier).toList(),
                new ScoreCard(scoreCard.stream().map(PolicyDocument::dimension).toList()),
                marginPercent,
                demotion.graceDays());
    }

    private static Tier tier(TierDocument tier) {
        Map<Feature, Long> gates = new LinkedHashMap<>();
        tier.gates().forEach((feature, least) -> gates.put(feature(feature), least));
        return new Tier(tier.code(), tier.names(), tier.minScore(), gates);
    }

    private static ScoreCard.Dimension dimension(DimensionDocument dimension) {
        return new ScoreCard.Dimension(
                dimension.dimension(),
                dimension.weight(),
                feature(dimension.feature()),
                new Curve(dimension.curve().stream()
                        .map(point -> new Curve.Point(point.get(0), Math.toIntExact(point.get(1))))
                        .toList()));
    }

    private static Feature feature(String label) {
        return Feature.called(label)
                .orElseThrow(() -> new IllegalArgumentException("The policy names an unknown feature: " + label));
    }
}
