package stratum.benchmarks.contest;

import java.time.ZoneId;
import java.time.ZoneOffset;
import stratum.platform.stream.Decider;
import stratum.scoring.stream.ScoringStream;
import stratum.scoring.usecase.ShippedPolicies;

/** What all who decide decide by: scoring's own rules, with the policy that is shipped. */
final class Rules {

    static final ZoneId ZONE = ZoneOffset.UTC;

    private static final String CURRENCY = "EUR";

    private Rules() {}

    static Counted<?> counted() {
        return counted(ScoringStream.decider(ShippedPolicies.rolling(CURRENCY), ZONE, CURRENCY));
    }

    private static <S> Counted<S> counted(Decider<S> decider) {
        return new Counted<>(decider);
    }
}
