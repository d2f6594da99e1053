package stratum.scoring.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.events.PolicyPublished;
import stratum.scoring.domain.Policies;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.usecase.InvalidPolicy;
import stratum.scoring.usecase.PolicyReader;

/**
 * The policies of {@code scoring.policies} as rules, each read once however often they are asked for. There are as many as
 * were ever published.
 */
final class PublishedPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedPolicies.class);

    private final Policies shipped;
    private final PolicyReader reader = new PolicyReader();
    private final Map<String, Optional<TierPolicy>> read = new ConcurrentHashMap<>();

    PublishedPolicies(TierPolicy shipped) {
        this.shipped = Policies.only(shipped);
    }

    /** What is shipped, and what was published, in that order. What cannot rule is reported and left out. */
    Policies with(List<PolicyPublished> published) {
        Policies policies = shipped;
        for (PolicyPublished one : published) {
            policies = rules(one).map(policies::with).orElse(policies);
        }
        return policies;
    }

    private Optional<TierPolicy> rules(PolicyPublished published) {
        return read.computeIfAbsent(published.getDocument(), document -> read(published));
    }

    private Optional<TierPolicy> read(PolicyPublished published) {
        try {
            return Optional.of(reader.read(published.getDocument()));
        } catch (InvalidPolicy e) {
            LOG.error(
                    "Policy {} version {} was published and cannot rule: {}",
                    published.getPolicyId(),
                    published.getVersion(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
