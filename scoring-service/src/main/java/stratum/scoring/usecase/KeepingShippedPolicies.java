package stratum.scoring.usecase;

import reactor.core.publisher.Mono;
import stratum.scoring.domain.PolicyLife;
import stratum.scoring.domain.PolicyVersion;
import stratum.scoring.domain.TierPolicy;

/** Keeps the default policy as published, once, so that the list of policies is whole from the beginning. */
public final class KeepingShippedPolicies {

    private static final String MAKER = "Stratum";
    private static final String CHECKER = "Stratum release";

    private final PolicyRegister register;

    public KeepingShippedPolicies(PolicyRegister register) {
        this.register = register;
    }

    /** Keeps the default policy for a base currency; false where it is kept already. */
    public Mono<Boolean> keep(String currency) {
        TierPolicy policy = ShippedPolicies.rolling(currency);
        PolicyVersion shipped = new PolicyVersion(
                policy.id(),
                policy.version(),
                new PolicyLife(PolicyLife.State.PUBLISHED, MAKER, CHECKER),
                policy.effectiveFrom(),
                1,
                ShippedPolicies.document("rolling", currency));
        return register.add(shipped, "SHIPPED", MAKER);
    }
}
