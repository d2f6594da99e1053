package stratum.platform.policy;

import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Lets policies be edited and published by a service that says of what kind they are. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnClass(DatabaseClient.class)
@ConditionalOnBean(PolicyKind.class)
@EnableScheduling
public class PolicyConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    PolicyTable policyTable(DatabaseClient database, TransactionalOperator transaction) {
        return new PolicyTable(database, transaction);
    }

    @Bean
    EditingPolicies editingPolicies(PolicyTable policies, PolicyKind kind) {
        return new EditingPolicies(policies, kind);
    }

    @Bean
    PolicyController policyController(EditingPolicies editing, PolicyTable policies) {
        return new PolicyController(editing, policies);
    }

    @Bean
    AnnouncingPolicies announcingPolicies(
            PolicyKind kind,
            PolicyTable policies,
            TransactionalOperator transaction,
            KafkaTemplate<String, SpecificRecord> kafka) {
        return new AnnouncingPolicies(kind.topic(), policies, transaction, kafka);
    }

    @Bean
    ApplicationRunner keepingShippedPolicies(PolicyTable policies, PolicyKind kind) {
        return arguments -> new KeepingShippedPolicies(policies, kind).keep().block(PATIENCE);
    }
}
