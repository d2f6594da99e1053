package stratum.scoring.store;

import java.time.Duration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.platform.kafka.StratumSettings;
import stratum.scoring.usecase.EditingPolicies;
import stratum.scoring.usecase.KeepingShippedPolicies;
import stratum.scoring.usecase.PolicyRegister;

/** Lets policies be edited that are kept here. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    EditingPolicies editingPolicies(PolicyRegister register) {
        return new EditingPolicies(register);
    }

    @Bean
    ApplicationRunner keepingShippedPolicies(PolicyRegister register, StratumSettings settings) {
        return arguments -> new KeepingShippedPolicies(register)
                .keep(settings.baseCurrency())
                .block(PATIENCE);
    }
}
