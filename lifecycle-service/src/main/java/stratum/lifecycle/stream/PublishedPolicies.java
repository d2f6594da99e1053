package stratum.lifecycle.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.events.PolicyPublished;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.domain.Policies;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.web.InvalidInput;

/** The policies of {@code lifecycle.policies} as rules, each read once however often they are asked for. */
final class PublishedPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedPolicies.class);

    private final Policies shipped;
    private final Map<String, Optional<LifecyclePolicy>> read = new ConcurrentHashMap<>();

    PublishedPolicies(LifecyclePolicy shipped) {
        this.shipped = new Policies(List.of(shipped));
    }

    /** What is shipped, and what was published, in that order. What cannot rule is reported and left out. */
    Policies with(List<PolicyPublished> published) {
        Policies policies = shipped;
        for (PolicyPublished one : published) {
            Optional<LifecyclePolicy> rules = read.computeIfAbsent(one.getDocument(), document -> read(one));
            policies = rules.map(policies::with).orElse(policies);
        }
        return policies;
    }

    private static Optional<LifecyclePolicy> read(PolicyPublished published) {
        try {
            return Optional.of(PolicyReading.read(published.getDocument()));
        } catch (InvalidInput e) {
            LOG.error(
                    "Policy {} version {} was published and cannot rule: {}",
                    published.getPolicyId(),
                    published.getVersion(),
                    e.mistakes().stream()
                            .map(mistake -> mistake.field() + ": " + mistake.message())
                            .collect(Collectors.joining(" ")));
            return Optional.empty();
        }
    }
}
