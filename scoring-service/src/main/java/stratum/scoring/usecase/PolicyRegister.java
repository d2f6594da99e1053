package stratum.scoring.usecase;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.scoring.domain.PolicyVersion;

/** Every version of every policy, with who did what to it. */
public interface PolicyRegister {

    /** Something done to a version. */
    record Note(long edition, String step, String actor, Instant at) {}

    /** Keeps a new version and notes who made it; false, and nothing is done, where the version is there already. */
    Mono<Boolean> add(PolicyVersion policy, String step, String actor);

    /** Keeps a changed version and notes who changed it; false, and nothing is done, where another was faster. */
    Mono<Boolean> change(PolicyVersion policy, String step, String actor);

    /** One version. */
    Mono<PolicyVersion> find(String id, int version);

    /** Versions by id, newest first, after one of them. */
    Flux<PolicyVersion> after(String id, int version, int limit);

    /** All that was done to a version, in order. */
    Flux<Note> notes(String id, int version);
}
