package stratum.scoring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.events.SignalKind;
import stratum.events.TierSignalled;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.Topics;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.reference.Reference;
import stratum.scoring.reference.ReferenceDay;
import stratum.scoring.reference.ReferencePolicy;
import stratum.scoring.reference.ReferenceSignal;
import stratum.scoring.usecase.PolicyReader;

/** Customers who move up at the start of a month and down after month-ends do so on the stream as in the reference. */
final class MonthlyRulesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final int HISTORIES = 25;

    static Stream<Arguments> policiesAndSeeds() {
        return Stream.of(monthlyRolling(), ScoringDriver.document("month-average"))
                .flatMap(policy -> LongStream.range(1000, 1000 + HISTORIES)
                        .mapToObj(seed -> Arguments.of(Named.of(policy.substring(0, 20), policy), seed)));
    }

    @ParameterizedTest
    @MethodSource("policiesAndSeeds")
    void the_stream_sends_the_signals_of_the_reference(String document, long seed) {
        ReferencePolicy slow = ReferencePolicy.parse(document);
        RandomHistories histories = RandomHistories.around(slow, ZONE);
        List<ReferenceDay> history = histories.history(seed);
        List<ReferenceSignal> expected =
                Reference.of(history, histories.bankBy(slow), slow).signals();

        List<ReferenceSignal> streamed;
        try (DecisionDriver driver =
                ScoringDriver.ofHistories(new PolicyReader(RandomHistories.CURRENCY).read(document), ZONE)) {
            history.forEach(day -> driver.publish(day.facts()).endOf(day.date()));
            streamed = driver.announced(Topics.TIER_SIGNALS, TierSignalled.class).stream()
                    .map(MonthlyRulesTest::signal)
                    .sorted(Comparator.comparing(ReferenceSignal::customerId))
                    .toList();
        }

        assertThat(streamed).isEqualTo(expected);
        assertThat(streamed)
                .filteredOn(signal -> signal.kind() == SignalKind.UPGRADED)
                .allMatch(signal -> signal.asOf().getDayOfMonth() == 1);
    }

    private static ReferenceSignal signal(TierSignalled signal) {
        return new ReferenceSignal(
                signal.getCustomerId(),
                signal.getKind(),
                signal.getAsOf(),
                signal.getOccurredAt(),
                signal.getFromTier(),
                signal.getTier());
    }

    /** The default policy with the moves of monthly averages. */
    private static String monthlyRolling() {
        return ScoringDriver.document("rolling")
                .replace("AT_ONCE", "MONTH_START")
                .replace("{\"afterDays\": 60}", "{\"afterMonthEnds\": 2}");
    }
}
