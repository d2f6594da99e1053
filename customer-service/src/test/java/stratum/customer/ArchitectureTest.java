package stratum.customer;

import org.junit.jupiter.api.Test;
import stratum.platform.HouseRules;

final class ArchitectureTest {

    @Test
    void the_rules_of_the_house_hold() {
        // Its use cases are the taking in of facts: read, kept and published in one go.
        new HouseRules("stratum.customer")
                .useCasesMayKnow("stratum.customer.store", "stratum.customer.publish")
                .useCasesMayKnow("stratum.events", "org.apache.avro..")
                .useCasesMayKnow("org.apache.kafka..", "org.springframework..")
                .hold();
    }
}
