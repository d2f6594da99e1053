package stratum.scoring.domain;

import java.time.Instant;
import java.util.List;

/**
 * The rules of a tiering: data, versioned, never edited in place.
 *
 * @param id policy id
 * @param version from 1
 * @param effectiveFrom in force from this event time on
 * @param tiers lowest first; the lowest asks for nothing
 * @param scoreCard how the score comes about
 * @param marginPercent how far below a tier's conditions a customer may fall before the watch begins
 * @param graceDays how long the watch lasts before the customer moves down
 */
public record TierPolicy(
        String id,
        int version,
        Instant effectiveFrom,
        List<Tier> tiers,
        ScoreCard scoreCard,
        int marginPercent,
        int graceDays) {

    public TierPolicy {
        tiers = List.copyOf(tiers);
    }

    /** Place of the highest tier whose score and gates all hold. */
    int candidate(Features features, int score) {
        for (int place = tiers.size() - 1; place > 0; place--) {
            if (tiers.get(place).admits(features, score)) {
                return place;
            }
        }
        return 0;
    }

    Assessment assess(Features features) {
        int score = scoreCard.score(features);
        return new Assessment(features, score, candidate(features, score));
    }

    boolean keeps(int held, Assessment assessment) {
        return tiers.get(held).keeps(assessment.features(), assessment.score(), marginPercent);
    }

    /** The tier at a place, from 0 for the lowest. */
    public Tier tier(int place) {
        return tiers.get(place);
    }
}
