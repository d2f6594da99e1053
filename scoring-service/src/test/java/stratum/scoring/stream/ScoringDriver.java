package stratum.scoring.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /** A policy as it is shipped, in the currency of the random histories. */
    static String document(String policy) {
        String name = "/policies/%s-%s.json".formatted(policy, RandomHistories.CURRENCY);
        try (InputStream json = requireNonNull(ShippedPolicies.class.getResourceAsStream(name))) {
            return new String(json.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
