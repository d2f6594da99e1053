package stratum.platform.policy;

import java.time.Instant;

/**
 * A version of a policy as it is kept.
 *
 * @param id policy id
 * @param version from 1
 * @param life how far it has come
 * @param effectiveFrom the event time from which it is to rule
 * @param edition goes up by one with every change
 * @param document the policy as JSON
 */
public record PolicyVersion(
        String id, int version, PolicyLife life, Instant effectiveFrom, long edition, String document) {

    /** As it is after a step. */
    public PolicyVersion with(PolicyLife next) {
        return new PolicyVersion(id, version, next, effectiveFrom, edition + 1, document);
    }

    /** With another document. */
    public PolicyVersion with(Instant from, String edited) {
        return new PolicyVersion(id, version, life, from, edition + 1, edited);
    }
}
