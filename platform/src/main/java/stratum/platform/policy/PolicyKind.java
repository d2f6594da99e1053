package stratum.platform.policy;

import java.time.Instant;
import java.util.List;
import stratum.platform.web.InvalidInput;

/** What the policies of a service are about: all that is different from service to service. */
public interface PolicyKind {

    /** The topic on which published policies are announced. */
    String topic();

    /**
     * Which version a document is.
     *
     * @throws InvalidInput with a sentence for each mistake in it, where it cannot rule
     */
    Head head(String document);

    /** The document of the policy that rules where the bank has published none. */
    String shipped();

    /** Documents that are shipped for the bank to approve, or not. */
    default List<String> proposed() {
        return List.of();
    }

    /**
     * Which version a document is, and from when it rules.
     *
     * @param effectiveFrom event time
     */
    record Head(String id, int version, Instant effectiveFrom) {}
}
