package stratum.campaign.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which contact policy was in force when. */
public final class ContactPolicies {

    private final NavigableMap<Instant, ContactPolicy> byStart = new TreeMap<>();

    /** The standard policy until one of these takes its place; of those from the same moment on, the later in the list. */
    public ContactPolicies(List<ContactPolicy> published) {
        published.forEach(policy -> byStart.put(policy.effectiveFrom(), policy));
    }

    /** The policy in force at a moment. */
    public ContactPolicy at(Instant moment) {
        Map.Entry<Instant, ContactPolicy> last = byStart.floorEntry(moment);
        return last == null ? ContactPolicy.STANDARD : last.getValue();
    }
}
