package stratum.platform.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import stratum.platform.stream.CustomerStates;
import stratum.platform.stream.DecisionStreamsConfiguration;

/** Lets a service that decides answer for all its instances. */
@AutoConfiguration(after = DecisionStreamsConfiguration.class)
@ConditionalOnBean(CustomerStates.class)
public final class InstancesConfiguration {

    @Bean
    Instances instances(CustomerStates customerStates) {
        return new Instances(customerStates);
    }
}
