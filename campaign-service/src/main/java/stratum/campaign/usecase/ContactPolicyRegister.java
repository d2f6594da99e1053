package stratum.campaign.usecase;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where contact policies are kept: each that was ever put in force, with who did it. */
public interface ContactPolicyRegister {

    /**
     * A contact policy that was put in force.
     *
     * @param version from 1
     * @param at when that was done
     */
    record ContactPolicyVersion(long version, String document, Instant effectiveFrom, String actor, Instant at) {}

    /** The last one put in force; empty where the bank has only the standard one. */
    Mono<ContactPolicyVersion> last();

    /** Puts one in force after the last; empty, and nothing is done, where that is another one by now. */
    Mono<ContactPolicyVersion> add(long last, String document, Instant effectiveFrom, String actor);

    /** The oldest that waits to be announced, held until the transaction ends. */
    Mono<ContactPolicyVersion> nextToAnnounce();

    /** The log has it. */
    Mono<Void> announced(long version);
}
