package stratum.benchmarks;

import org.junit.jupiter.api.Test;
import stratum.platform.HouseRules;

final class ArchitectureTest {

    @Test
    void the_rules_for_any_code_hold() {
        HouseRules rules = new HouseRules("stratum.benchmarks");
        rules.packagesDependInOneDirection();
        rules.holdForAnyCode();
    }
}
