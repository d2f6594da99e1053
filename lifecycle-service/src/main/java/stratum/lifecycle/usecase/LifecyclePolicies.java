package stratum.lifecycle.usecase;

import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.platform.policy.PolicyKind;
import stratum.schemas.Topics;

/** Lifecycle policies, as the platform takes them through their life. */
public final class LifecyclePolicies implements PolicyKind {

    @Override
    public String topic() {
        return Topics.LIFECYCLE_POLICIES;
    }

    @Override
    public Head head(String document) {
        LifecyclePolicy policy = PolicyReading.read(document);
        return new Head(policy.id(), policy.version(), policy.effectiveFrom());
    }

    @Override
    public String shipped() {
        return PolicyReading.defaultDocument();
    }
}
