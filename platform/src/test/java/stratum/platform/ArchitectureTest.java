package stratum.platform;

import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    @Test
    void the_rules_for_any_code_hold() {
        HouseRules rules = new HouseRules("stratum.platform");
        rules.packagesDependInOneDirection();
        rules.holdForAnyCode();
    }
}
