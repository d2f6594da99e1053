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

    /**
     * With more, in the order of their publication. A version that is known already stays what and where it is, however often
     * it is told: a published version is never another.
     */
    public Policies with(List<LifecyclePolicy> more) {
        List<LifecyclePolicy> all = new ArrayList<>(published);
        more.stream()
                .filter(policy -> all.stream().noneMatch(policy::isSameVersion))
                .forEach(all::add);
        return new Policies(all);
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
