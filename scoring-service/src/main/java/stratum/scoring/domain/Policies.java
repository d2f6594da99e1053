package stratum.scoring.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policy versions that were published, and which of them rules when. Each rules from its {@code effectiveFrom}, in
 * event time, until that of the next.
 *
 * @param published in the order in which they take effect; at least one
 */
public record Policies(List<TierPolicy> published) {

    public Policies {
        if (published.isEmpty()) {
            throw new IllegalArgumentException("There is no policy");
        }
        // The sort is stable: of two that take effect at the same moment, the one published later comes last and rules.
        published =
                published.stream().sorted(comparing(TierPolicy::effectiveFrom)).toList();
    }

    /** One policy, for ever. */
    public static Policies only(TierPolicy policy) {
        return new Policies(List.of(policy));
    }

    /**
     * With more, in the order of their publication. A version that is known already stays what and where it is, however often
     * it is told: a published version is never another.
     */
    public Policies with(List<TierPolicy> more) {
        List<TierPolicy> all = new ArrayList<>(published);
        more.stream()
                .filter(policy -> all.stream().noneMatch(policy::isSameVersion))
                .forEach(all::add);
        return new Policies(all);
    }

    /** The policy in force at a moment; before all of them, the first. */
    public TierPolicy at(Instant moment) {
        TierPolicy ruling = published.get(0);
        for (TierPolicy policy : published) {
            if (!policy.effectiveFrom().isAfter(moment)) {
                ruling = policy;
            }
        }
        return ruling;
    }

    /** The next moment at which another policy comes into force. */
    public Optional<Instant> nextChangeAfter(Instant moment) {
        return published.stream()
                .skip(1)
                .map(TierPolicy::effectiveFrom)
                .filter(from -> from.isAfter(moment))
                .findFirst();
    }
}
