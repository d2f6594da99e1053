package stratum.scoring.stream;

import java.time.ZoneId;
import java.time.ZoneOffset;
import stratum.platform.stream.DecisionDriver;
import stratum.platform.stream.DecisionTopology;
import stratum.schemas.Topics;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.usecase.ShippedPolicies;

/** Drivers of scoring's decisions without a broker. */
final class ScoringDriver {

    private ScoringDriver() {}

    /** By the default policy, in euros. */
    static DecisionDriver shipped() {
        return by(ShippedPolicies.rolling("EUR"), ZoneOffset.UTC, "EUR");
    }

    /** By a policy for random histories, with their exchange rates. */
    static DecisionDriver ofHistories(TierPolicy policy, ZoneId zone) {
        DecisionDriver driver = by(policy, zone, RandomHistories.CURRENCY);
        RandomHistories.RATES.forEach(rate -> driver.publish(Topics.FX_RATES, rate));
        return driver;
    }

    private static DecisionDriver by(TierPolicy policy, ZoneId zone, String currency) {
        return new DecisionDriver(
                new DecisionTopology<>(
                        ScoringStream.INPUTS,
                        ScoringStream.OUTPUTS,
                        ScoringStream.decider(policy, zone, currency),
                        DecisionDriver.settings("scoring", zone)),
                zone);
    }
}
