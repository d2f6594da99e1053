package stratum.scoring.usecase;

import reactor.core.publisher.Mono;
import stratum.scoring.domain.PolicyLife;
import stratum.scoring.domain.PolicyVersion;
import stratum.scoring.domain.TierPolicy;

/**
 * Keeps the shipped policies, once, so that the list of policies is whole from the beginning: the default as published, and
 * the one of monthly averages as submitted, so that two people of the bank put it in force with a click each.
 */
public final class KeepingShippedPolicies {

    private static final String MAKER = "Stratum";
    private static final String CHECKER = "Stratum release";

    private final PolicyRegister register;

    public KeepingShippedPolicies(PolicyRegister register) {
        this.register = register;
    }

    /** Keeps those for a base currency that are not kept already. */
    public Mono<Void> keep(String currency) {
        PolicyLife published = new PolicyLife(PolicyLife.State.PUBLISHED, MAKER, CHECKER);
        PolicyLife submitted = new PolicyLife(PolicyLife.State.IN_REVIEW, MAKER, null);
        return keep(ShippedPolicies.rolling(currency), ShippedPolicies.document("rolling", currency), published)
                .then(keep(
                        ShippedPolicies.monthAverage(currency),
                        ShippedPolicies.document("month-average", currency),
                        submitted));
    }

    private Mono<Void> keep(TierPolicy policy, String document, PolicyLife life) {
        PolicyVersion shipped =
                new PolicyVersion(policy.id(), policy.version(), life, policy.effectiveFrom(), 1, document);
        return register.add(shipped, "SHIPPED", MAKER).then();
    }
}
