package stratum.platform.policy;

import reactor.core.publisher.Mono;

/** Keeps the policy that is shipped as published, once, so that the list of policies is whole from the beginning. */
final class KeepingShippedPolicy {

    private static final String MAKER = "Stratum";
    private static final String CHECKER = "Stratum release";

    private final PolicyTable policies;
    private final PolicyKind kind;

    KeepingShippedPolicy(PolicyTable policies, PolicyKind kind) {
        this.policies = policies;
        this.kind = kind;
    }

    /** False where it is kept already. */
    Mono<Boolean> keep() {
        PolicyKind.Head head = kind.head(kind.shipped());
        PolicyVersion shipped = new PolicyVersion(
                head.id(),
                head.version(),
                new PolicyLife(PolicyLife.State.PUBLISHED, MAKER, CHECKER),
                head.effectiveFrom(),
                1,
                kind.shipped());
        return policies.add(shipped, "SHIPPED", MAKER);
    }
}
