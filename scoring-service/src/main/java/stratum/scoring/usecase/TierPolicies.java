package stratum.scoring.usecase;

import java.util.List;
import stratum.platform.policy.PolicyKind;
import stratum.schemas.Topics;
import stratum.scoring.domain.TierPolicy;

/** Tier policies, as the platform takes them through their life. */
public final class TierPolicies implements PolicyKind {

    private final String currency;
    private final PolicyReader reader;

    /** Those of a bank with a base currency. */
    public TierPolicies(String currency) {
        this.currency = currency;
        this.reader = new PolicyReader(currency);
    }

    @Override
    public String topic() {
        return Topics.SCORING_POLICIES;
    }

    @Override
    public Head head(String document) {
        TierPolicy policy = reader.read(document);
        return new Head(policy.id(), policy.version(), policy.effectiveFrom());
    }

    @Override
    public String shipped() {
        return ShippedPolicies.document("rolling", currency);
    }

    @Override
    public List<String> proposed() {
        return List.of(ShippedPolicies.document("month-average", currency));
    }
}
