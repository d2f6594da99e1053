package stratum.customer.usecase;

import org.springframework.stereotype.Component;
import stratum.customer.domain.CarePolicy;
import stratum.platform.policy.PolicyKind;
import stratum.schemas.Topics;

/** Care policies, as the platform takes them through their life. */
@Component
public final class CarePolicies implements PolicyKind {

    @Override
    public String topic() {
        return Topics.CUSTOMER_POLICIES;
    }

    @Override
    public Head head(String document) {
        CarePolicy policy = CarePolicyReading.read(document);
        return new Head(policy.id(), policy.version(), policy.effectiveFrom());
    }

    @Override
    public String shipped() {
        return CarePolicyReading.shippedDocument();
    }
}
