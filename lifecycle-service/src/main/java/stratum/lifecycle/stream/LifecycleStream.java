package stratum.lifecycle.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.lifecycle.domain.Lifecycle;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Input;
import stratum.schemas.EventSerde;
import stratum.schemas.Topics;

/** What the service reads and writes. */
@Configuration(proxyBeanMethods = false)
class LifecycleStream {

    /** Of facts of the same time those of an earlier topic come first. */
    private static final List<Input> INPUTS = List.of(
            Input.ofBank(Topics.CUSTOMERS),
            Input.ofBank(Topics.HOLDINGS),
            Input.ofBank(Topics.TRANSACTIONS),
            Input.ofBank(Topics.INTERACTIONS));

    private static final List<String> OUTPUTS = List.of(Topics.STAGES, Topics.TRANSITIONS, Topics.MILESTONES);

    @Bean
    Lifecycle lifecycle() {
        return new Lifecycle(PolicyReading.defaultPolicy());
    }

    @Bean
    DecisionTopology<?> lifecycleTopology(
            Lifecycle lifecycle, StratumSettings stratum, EventSerde serde, MeterRegistry meters) {
        BankFacts facts = new BankFacts(stratum.zone(), stratum.baseCurrency());
        return topology(
                new LifecycleDecider(lifecycle, facts),
                new DecisionSettings("lifecycle", stratum.zone(), serde, meters));
    }

    static DecisionTopology<CustomerLife> topology(LifecycleDecider decider, DecisionSettings settings) {
        return new DecisionTopology<>(INPUTS, OUTPUTS, decider, settings);
    }
}
