package stratum.benchmarks.contest;

import java.time.ZoneId;
import java.time.ZoneOffset;
import stratum.lifecycle.stream.LifecycleStream;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.stream.Decider;
import stratum.scoring.stream.ScoringStream;
import stratum.scoring.usecase.ShippedPolicies;

/** What all who decide decide by: the service's own rules, with the policy that is shipped. */
final class Rules {

    static final ZoneId ZONE = ZoneOffset.UTC;

    private static final String CURRENCY = "EUR";

    private Rules() {}

    static Counted<?> of(Subject subject) {
        return switch (subject) {
            case SCORING -> counted(ScoringStream.decider(ShippedPolicies.rolling(CURRENCY), ZONE, CURRENCY));
            case LIFECYCLE -> counted(LifecycleStream.decider(PolicyReading.defaultPolicy(), ZONE, CURRENCY));
        };
    }

    private static <S> Counted<S> counted(Decider<S> decider) {
        return new Counted<>(decider);
    }
}
