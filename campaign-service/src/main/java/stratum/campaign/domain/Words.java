package stratum.campaign.domain;

import java.util.Map;

/**
 * What the bank calls things when it speaks to customers.
 *
 * @param tiers by tier, then language
 * @param causes why a stage changed, by cause, then language
 */
public record Words(Map<String, Map<String, String>> tiers, Map<String, Map<String, String>> causes) {

    public Words {
        tiers = Map.copyOf(tiers);
        causes = Map.copyOf(causes);
    }

    String tier(String tier, String language) {
        return tiers.getOrDefault(tier, Map.of()).getOrDefault(language, tier);
    }

    /** A cause as a reason. */
    public Reason cause(String cause) {
        return new Reason(cause, causes.getOrDefault(cause, Map.of(Wording.FALLBACK, cause)));
    }
}
