package stratum.lifecycle.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.usecase.FittedModels;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.policy.PolicyLife;
import stratum.platform.policy.PolicyTable;
import stratum.platform.policy.PolicyVersion;
import stratum.platform.web.InvalidInput;

/** Drafts policies with what was learned of the customers. */
@Component
public final class LearnedPolicies {

    /** So often somebody else may be faster in drafting the next version. */
    private static final int TRIES = 5;

    private final DatabaseClient database;
    private final PolicyTable policies;

    public LearnedPolicies(DatabaseClient database, PolicyTable policies) {
        this.database = database;
        this.policies = policies;
    }

    /**
     * Drafts a policy with the learned models as the next version; all else is as in the one given. From there it takes the
     * way of every draft.
     *
     * @param from the event time from which it is to rule
     * @param author who may edit it, and not approve it
     * @return the draft; an {@link InvalidInput} with a sentence for each number that no policy can have
     */
    public Mono<PolicyVersion> draft(LifecyclePolicy policy, FittedModels learned, Instant from, String author) {
        return nextVersion(policy.id())
                .map(version -> draft(policy, version, learned, from, author))
                .flatMap(draft -> policies.add(draft, "DRAFT", author)
                        .filter(isNew -> isNew)
                        .map(isNew -> draft))
                .repeatWhenEmpty(TRIES, again -> again)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "Somebody else drafted the next version of %s %d times".formatted(policy.id(), TRIES))));
    }

    private static PolicyVersion draft(
            LifecyclePolicy policy, int version, FittedModels learned, Instant from, String author) {
        String document = PolicyReading.draftOf(policy, version, from, learned);
        PolicyReading.read(document);
        return new PolicyVersion(policy.id(), version, PolicyLife.draftedBy(author), from, 1, document);
    }

    private Mono<Integer> nextVersion(String id) {
        return database.sql("select coalesce(max(version), 0) + 1 as next from policy where id = :id")
                .bind("id", id)
                .map(row -> requireNonNull(row.get("next", Integer.class)))
                .one();
    }
}
