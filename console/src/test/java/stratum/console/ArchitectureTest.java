package stratum.console;

import org.junit.jupiter.api.Test;
import stratum.platform.HouseRules;

final class ArchitectureTest {

    @Test
    void the_rules_of_the_house_hold() {
        new HouseRules("stratum.console").theDomainMayKnow("stratum.schemas").hold();
    }
}
