package stratum.lifecycle;

import org.junit.jupiter.api.Test;
import stratum.platform.HouseRules;

/** The rules of the house, for this service. */
final class ArchitectureTest {

    private final HouseRules rules = new HouseRules("stratum.lifecycle");

    @Test
    void the_rules_of_the_house_hold() {
        rules.packagesComeFromTheClosedList();
        rules.theDomainKnowsJavaAndItselfOnly();
        rules.theDomainAsksNeitherClockNorChance();
        rules.nothingKnowsTheWeb();
    }
}
