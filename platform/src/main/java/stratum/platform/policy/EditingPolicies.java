package stratum.platform.policy;

import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;

/** Drafts policies and takes them through review to publication; each change is noted with who made it. */
final class EditingPolicies {

    private static final long FIRST_EDITION = 1;

    private final PolicyTable policies;
    private final PolicyKind kind;

    EditingPolicies(PolicyTable policies, PolicyKind kind) {
        this.policies = policies;
        this.kind = kind;
    }

    /**
     * Drafts a version.
     *
     * @throws InvalidInput with a sentence for each mistake in the document
     * @throws PolicyRefused where there is such a version
     */
    Mono<PolicyVersion> draft(String document, String actor) {
        return Mono.fromCallable(() -> kind.head(document))
                .map(policy -> new PolicyVersion(
                        policy.id(),
                        policy.version(),
                        PolicyLife.draftedBy(actor),
                        policy.effectiveFrom(),
                        FIRST_EDITION,
                        document))
                .flatMap(draft -> policies.add(draft, "DRAFT", actor)
                        .filter(isNew -> isNew)
                        .switchIfEmpty(Mono.error(() -> PolicyRefused.because(
                                "There is a version %d of %s already.".formatted(draft.version(), draft.id()))))
                        .thenReturn(draft));
    }

    /**
     * Gives a draft another document.
     *
     * @param edition the edition that the editor has seen
     * @throws InvalidInput with a sentence for each mistake in the document
     * @throws PolicyRefused where it cannot be edited, or has been changed since
     */
    Mono<PolicyVersion> edit(String id, int version, long edition, String document, String actor) {
        return Mono.fromCallable(() -> kind.head(document))
                .doOnNext(policy -> requireSame(policy, id, version))
                .flatMap(policy -> change(id, version, edition, "EDIT", actor, known -> {
                    taken(known.life().edit(actor));
                    return known.with(policy.effectiveFrom(), document);
                }));
    }

    /**
     * Takes a step with a version.
     *
     * @param edition the edition that who takes it has seen
     * @throws PolicyRefused where the step cannot be taken, or the version has been changed since
     */
    Mono<PolicyVersion> take(String id, int version, long edition, PolicyLife.Step step, String actor) {
        return change(
                id,
                version,
                edition,
                step.name(),
                actor,
                known -> known.with(taken(known.life().take(step, actor))));
    }

    private Mono<PolicyVersion> change(
            String id, int version, long edition, String step, String actor, UnaryOperator<PolicyVersion> change) {
        return policies.find(id, version)
                .switchIfEmpty(Mono.error(() -> new NotFound("There is no version %d of %s.".formatted(version, id))))
                .doOnNext(known -> requireSeen(known, edition))
                .map(change)
                .flatMap(changed -> policies.change(changed, step, actor)
                        .filter(kept -> kept)
                        .switchIfEmpty(Mono.error(() -> PolicyRefused.overtaken(changed.edition())))
                        .thenReturn(changed));
    }

    private static void requireSeen(PolicyVersion known, long edition) {
        if (known.edition() != edition) {
            throw PolicyRefused.overtaken(known.edition());
        }
    }

    private static PolicyLife taken(PolicyLife.Outcome outcome) {
        if (outcome instanceof PolicyLife.Taken taken) {
            return taken.life();
        }
        throw PolicyRefused.because(((PolicyLife.Refused) outcome).sentence());
    }

    private static void requireSame(PolicyKind.Head policy, String id, int version) {
        if (!policy.id().equals(id) || policy.version() != version) {
            throw new InvalidInput(
                    "/id",
                    "The document is version %d of %s, and not %d of %s."
                            .formatted(policy.version(), policy.id(), version, id));
        }
    }
}
