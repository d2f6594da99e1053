package stratum.lifecycle.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.usecase.LifecyclePolicies;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Input;
import stratum.schemas.EventSerde;
import stratum.schemas.Topics;

/** What the service reads and writes. */
@Configuration(proxyBeanMethods = false)
public class LifecycleStream {

    /** Of facts of the same time those of an earlier topic come first. */
    public static final List<Input> INPUTS = List.of(
            Input.ofBank(Topics.CUSTOMERS),
            Input.ofBank(Topics.HOLDINGS),
            Input.ofBank(Topics.TRANSACTIONS),
            Input.ofBank(Topics.INTERACTIONS),
            Input.ofReference(Topics.LIFECYCLE_POLICIES),
            Input.ofReference(Topics.FX_RATES));

    /** Where it is announced. */
    public static final List<String> OUTPUTS = List.of(Topics.STAGES, Topics.TRANSITIONS, Topics.MILESTONES);

    @Bean
    LifecyclePolicies lifecyclePolicies() {
        return new LifecyclePolicies();
    }

    @Bean
    DecisionTopology<?> lifecycleTopology(StratumSettings stratum, EventSerde serde, MeterRegistry meters) {
        return topology(
                decider(PolicyReading.defaultPolicy(), stratum.zone(), stratum.baseCurrency()),
                new DecisionSettings("lifecycle", stratum.zone(), serde, meters));
    }

    /**
     * What lifecycle decides in a bank with this time zone and base currency, for whoever runs it elsewhere too.
     *
     * @param shipped rules until another policy is published
     */
    public static LifecycleDecider decider(LifecyclePolicy shipped, ZoneId zone, String currency) {
        return LifecycleDecider.shipped(shipped, new BankFacts(zone, currency));
    }

    static DecisionTopology<CustomerLife> topology(LifecycleDecider decider, DecisionSettings settings) {
        return new DecisionTopology<>(INPUTS, OUTPUTS, decider, settings);
    }
}
