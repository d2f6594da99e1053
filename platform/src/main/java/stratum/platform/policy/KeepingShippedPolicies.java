package stratum.platform.policy;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the shipped policies, once, so that the list of policies is whole from the beginning: the one that rules as
 * published, the proposed ones as submitted, so that two people of the bank put one in force with a click each.
 */
final class KeepingShippedPolicies {

    private static final String MAKER = "Stratum";
    private static final String CHECKER = "Stratum release";
    private static final PolicyLife PUBLISHED = new PolicyLife(PolicyLife.State.PUBLISHED, MAKER, CHECKER);
    private static final PolicyLife SUBMITTED = new PolicyLife(PolicyLife.State.IN_REVIEW, MAKER, null);

    private final PolicyTable policies;
    private final PolicyKind kind;

    KeepingShippedPolicies(PolicyTable policies, PolicyKind kind) {
        this.policies = policies;
        this.kind = kind;
    }

    /** Keeps those that are not kept already. */
    Mono<Void> keep() {
        return keep(kind.shipped(), PUBLISHED)
                .thenMany(Flux.fromIterable(kind.proposed()))
                .concatMap(document -> keep(document, SUBMITTED))
                .then();
    }

    private Mono<Boolean> keep(String document, PolicyLife life) {
        PolicyKind.Head head = kind.head(document);
        return policies.add(
                new PolicyVersion(head.id(), head.version(), life, head.effectiveFrom(), 1, document),
                "SHIPPED",
                MAKER);
    }
}
