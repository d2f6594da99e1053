package stratum.lifecycle.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.events.MilestoneReached;
import stratum.events.StageChanged;
import stratum.lifecycle.domain.Assessment;
import stratum.lifecycle.domain.Life;
import stratum.lifecycle.domain.Lifecycle;
import stratum.lifecycle.domain.Standing;
import stratum.lifecycle.reference.Milestones;
import stratum.lifecycle.reference.RandomHistories;
import stratum.lifecycle.reference.RandomHistories.Day;
import stratum.lifecycle.reference.Reckoning;
import stratum.lifecycle.reference.Reference;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.Topics;

/** Streaming, which looks at a customer only when due, gives what evaluating everybody every day gives. */
final class StreamEqualsReferenceTest {

    private static final int HISTORIES = 40;
    private static final Lifecycle LIFECYCLE = new Lifecycle(PolicyReading.defaultPolicy());

    static LongStream seeds() {
        return LongStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_stream_announces_the_changes_of_the_reference_and_knows_the_risks_of_every_day(long seed) {
        Reference reference = new Reference();
        List<Reference.Change> streamed = new ArrayList<>();
        List<Milestones.Passed> milestones = new ArrayList<>();

        try (DecisionDriver stream = LifecycleStreamTest.driver()) {
            for (Day day : RandomHistories.of(seed)) {
                stream.publish(day.facts()).endOf(day.date());
                reference.day(day);
                streamed.addAll(changes(stream));
                assertThat(streamed).as("changes until %s", day.date()).isEqualTo(reference.changes());
                milestones.addAll(milestones(stream));
                assertThat(milestones).as("milestones until %s", day.date()).isEqualTo(reference.milestones());
                assertSame(stream.kept("c" + seed), reference, day.date());
            }
        }
    }

    private static List<Reference.Change> changes(DecisionDriver stream) {
        return stream.announced(Topics.TRANSITIONS, StageChanged.class).stream()
                .map(change -> new Reference.Change(
                        change.getOccurredAt(),
                        change.getAsOf(),
                        change.getFrom(),
                        change.getTo(),
                        change.getCauses(),
                        change.getRisk()))
                .toList();
    }

    private static List<Milestones.Passed> milestones(DecisionDriver stream) {
        return stream.announced(Topics.MILESTONES, MilestoneReached.class).stream()
                .map(milestone -> new Milestones.Passed(
                        milestone.getKind(),
                        milestone.getAsOf(),
                        milestone.getAmount() == null
                                ? null
                                : milestone.getAmount().getAmountMinor(),
                        milestone.getReference()))
                .toList();
    }

    /** No due date is late: what is kept, looked at today, is what the reference says today. */
    private static void assertSame(byte[] kept, Reference reference, LocalDate today) {
        if (kept.length == 0) {
            return;
        }
        Life life = Life.fromBytes(kept);
        Assessment assessment = LIFECYCLE.assess(life, today);
        assertThat(name(life.standing())).as("stage on %s", today).isEqualTo(name(reference.stage()));
        assertThat(assessment.risk().causes().stream().map(Enum::name))
                .as("causes on %s", today)
                .isEqualTo(reference.causes(today).stream().map(Enum::name).toList());
        assertThat(assessment.risk().score()).as("risk on %s", today).isEqualTo(reference.risk(today));
        assertPAlive(assessment.pAlive(), reference.reckoning().pAlive(today));
        assertThat(assessment.features().named())
                .as("features on %s", today)
                .containsAllEntriesOf(features(reference, today));
    }

    private static Map<String, Object> features(Reference reference, LocalDate today) {
        Reckoning reckoning = reference.reckoning();
        return Map.of(
                "balance", reckoning.balance(today),
                "outflowToOtherBanks90d", reckoning.outflow(today),
                "salaryMonths", reckoning.salaryMonths(today),
                "mainBank", reckoning.isMainBank(today),
                "productFamilies", reckoning.openFamilies(),
                "productCount", reckoning.openHoldings());
    }

    private static void assertPAlive(@Nullable Double actual, @Nullable Double expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9));
        }
    }

    private static @Nullable String name(@Nullable Standing standing) {
        return standing == null ? null : standing.stage().name();
    }

    private static @Nullable String name(stratum.events.@Nullable Stage stage) {
        return stage == null ? null : stage.name();
    }
}
