package stratum.scoring.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a tiering: data, versioned, never edited in place.
 *
 * @param id policy id
 * @param version from 1
 * @param effectiveFrom in force from this event time on
 * @param tiers lowest first; the lowest asks for nothing, and each asks for at least what the one below it asks for
 * @param scoreCard how the score comes about
 * @param promotion when customers move up
 * @param rates what the bank earns on balances, for {@code contribution12m}
 * @param grouping needs, behaviour group and customer group
 */
public record TierPolicy(
        String id,
        int version,
        Instant effectiveFrom,
        List<Tier> tiers,
        ScoreCard scoreCard,
        Promotion promotion,
        MarginRates rates,
        Grouping grouping) {

    private static final int ABOLISHED = -1;

    public TierPolicy {
        tiers = List.copyOf(tiers);
    }

    boolean isSameVersion(TierPolicy other) {
        return id.equals(other.id) && version == other.version;
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

    /** What a tier of this policy or of one before is called here; nothing where it has no successor. */
    public Optional<String> nameOf(String tier) {
        return tiers.stream()
                .filter(one -> one.code().equals(tier) || one.replaces().contains(tier))
                .map(Tier::code)
                .findFirst();
    }

    boolean has(String code) {
        return find(code) != ABOLISHED;
    }

    /**
     * Place of a tier, from 0 for the lowest.
     *
     * @throws IllegalArgumentException where the policy has no such tier
     */
    public int placeOf(String code) {
        int place = find(code);
        if (place == ABOLISHED) {
            throw new IllegalArgumentException("Policy %s version %d has no tier %s".formatted(id, version, code));
        }
        return place;
    }

    private int find(String code) {
        for (int place = 0; place < tiers.size(); place++) {
            if (tiers.get(place).code().equals(code)) {
                return place;
            }
        }
        return ABOLISHED;
    }

    /** The tier at a place, from 0 for the lowest. */
    public Tier tier(int place) {
        return tiers.get(place);
    }

    /**
     * The tier of that code.
     *
     * @throws IllegalArgumentException where the policy has none
     */
    public Tier tier(String code) {
        return tiers.get(placeOf(code));
    }

    boolean isTop(int place) {
        return place == tiers.size() - 1;
    }
}
