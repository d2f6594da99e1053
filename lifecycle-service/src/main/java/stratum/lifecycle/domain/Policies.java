package stratum.lifecycle.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All published lifecycle policies. Each rules from its {@code effectiveFrom}, in event time, until that of the next; of two for
 * the same moment the one published later.
 */
public record Policies(List<LifecyclePolicy> published) {

    public Policies {
        if (published.isEmpty()) {
            throw new IllegalArgumentException("There is no policy");
        }
        published = published.stream()
                .sorted(comparing(LifecyclePolicy::effectiveFrom))
                .toList();
    }

    /** With one more; a version that is known already takes the place of what was known of it. */
    public Policies with(LifecyclePolicy policy) {
        List<LifecyclePolicy> more = new ArrayList<>(published);
        more.removeIf(known -> known.id().equals(policy.id()) && known.version() == policy.version());
        more.add(policy);
        return new Policies(more);
    }

    /** The policy in force at a moment; before all of them, the first. */
    public LifecyclePolicy at(Instant moment) {
        LifecyclePolicy ruling = published.get(0);
        for (LifecyclePolicy policy : published) {
            if (!policy.effectiveFrom().isAfter(moment)) {
                ruling = policy;
            }
        }
        return ruling;
    }
}
