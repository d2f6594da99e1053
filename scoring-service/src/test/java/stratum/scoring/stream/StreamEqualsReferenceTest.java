package stratum.scoring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.events.TierSignalled;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.Topics;
import stratum.scoring.domain.Scoring;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.reference.Reference;
import stratum.scoring.reference.ReferenceDay;
import stratum.scoring.reference.ReferencePolicy;
import stratum.scoring.reference.ReferenceSignal;
import stratum.scoring.reference.ReferenceStanding;
import stratum.scoring.usecase.ShippedPolicies;

/** Streaming gives, to the last signal and the last minor unit, what evaluating everybody every day gives. */
final class StreamEqualsReferenceTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final int HISTORIES = 60;
    private static final TierPolicy POLICY = ShippedPolicies.rolling(RandomHistories.CURRENCY);
    private static final ReferencePolicy REFERENCE_POLICY =
            ReferencePolicy.shipped("rolling", RandomHistories.CURRENCY);
    private static final Map<Long, Reference> REFERENCES = new ConcurrentHashMap<>();
    private static final RandomHistories HISTORY = RandomHistories.around(REFERENCE_POLICY, ZONE);

    static LongStream seeds() {
        return LongStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_stream_sends_the_signals_of_the_reference(long seed) {
        List<ReferenceDay> history = HISTORY.history(seed);
        Reference reference = reference(seed);

        List<ReferenceSignal> streamed;
        try (DecisionDriver driver = ScoringDriver.ofHistories(POLICY, ZONE)) {
            history.forEach(day -> driver.publish(day.facts()).endOf(day.date()));
            streamed = signals(driver);
        }

        assertThat(streamed).isEqualTo(reference.signals());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void features_and_tiers_are_those_of_the_reference_on_every_fifth_day(long seed) {
        List<ReferenceDay> history = HISTORY.history(seed);
        Reference reference = reference(seed);

        try (DecisionDriver driver = ScoringDriver.ofHistories(POLICY, ZONE)) {
            for (int day = 0; day < history.size(); day++) {
                ReferenceDay today = history.get(day);
                driver.publish(today.facts()).endOf(today.date());
                if (day % 5 == 0) {
                    assertStandings(reference, today.date(), driver);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_arrival_within_a_day_changes_nothing(long seed) {
        List<ReferenceDay> history = HISTORY.history(seed);
        List<ReferenceDay> shuffled = RandomHistories.shuffled(history, seed);

        try (DecisionDriver one = ScoringDriver.ofHistories(POLICY, ZONE);
                DecisionDriver other = ScoringDriver.ofHistories(POLICY, ZONE)) {
            history.forEach(day -> one.publish(day.facts()).endOf(day.date()));
            shuffled.forEach(day -> other.publish(day.facts()).endOf(day.date()));

            assertThat(other.announced(Topics.TIER_SIGNALS, TierSignalled.class))
                    .isEqualTo(one.announced(Topics.TIER_SIGNALS, TierSignalled.class));
            assertThat(other.kept("c1")).isEqualTo(one.kept("c1"));
        }
    }

    /** Worked out slowly, and so once for all tests. */
    private static Reference reference(long seed) {
        return REFERENCES.computeIfAbsent(
                seed, one -> Reference.of(HISTORY.history(one), HISTORY.bankBy(REFERENCE_POLICY), REFERENCE_POLICY));
    }

    private static void assertStandings(Reference reference, LocalDate date, DecisionDriver driver) {
        Scoring scoring = new Scoring(POLICY);
        for (String customer : reference.customers()) {
            byte[] kept = driver.kept(customer);
            if (kept.length == 0 || reference.standing(customer, date).isEmpty()) {
                continue;
            }
            ReferenceStanding expected = reference.standing(customer, date).get();
            Scored actual = scoring.ifNothingHappens(Kept.read(kept).customer(), date);
            Map<String, Long> features = actual.assessment().features().byName();
            assertThat(features).as("features of %s on %s", customer, date).isEqualTo(expected.features());
            if (expected.tier() != null) {
                assertThat(actual.assessment().score()).as("score on %s", date).isEqualTo(expected.score());
                assertThat(POLICY.tier(actual.customer().standing().tier()).code())
                        .isEqualTo(expected.tier());
                assertThat(POLICY.tier(actual.assessment().candidate()).code()).isEqualTo(expected.candidate());
            }
        }
    }

    private static List<ReferenceSignal> signals(DecisionDriver driver) {
        return driver.announced(Topics.TIER_SIGNALS, TierSignalled.class).stream()
                .map(signal -> new ReferenceSignal(
                        signal.getCustomerId(),
                        signal.getKind(),
                        signal.getAsOf(),
                        signal.getOccurredAt(),
                        signal.getFromTier(),
                        signal.getTier()))
                .sorted(Comparator.comparing(ReferenceSignal::customerId))
                .toList();
    }
}
