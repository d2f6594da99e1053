package stratum.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import stratum.sandbox.bank.SimulatedBank;
import stratum.sandbox.run.SandboxSettings;

/**
 * Plays the same facts through the whole system several times: once in peace, and then with another number of
 * partitions, instances and threads, a service held back, a service killed. What is decided must be equal to the last letter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameLogSameDecisionsIT {

    private static final int PORTS = 3000;
    private static final int DAYS = 150;

    private final Part history = Part.of(new SimulatedBank(80, DAYS, 7));

    @TempDir
    private static Path dir;

    private Decisions inPeace;

    @BeforeAll
    void play_in_peace_and_hold_it_against_the_reference() {
        AgainstReference reference = new AgainstReference(history);
        try (Road road = Road.open(dir.resolve("peace"), PORTS, 4, history)) {
            for (int from = 0; from < DAYS; from += DAYS / 3) {
                Part third = history.days(from, from + DAYS / 3);
                road.play(third);
                reference.assertScores(road.get("scoring-service", "/v1/scores"), third.lastDay());
            }
            reference.assertSignals(road);
            inPeace = Decisions.of(road);
        }
    }

    @Test
    void something_of_every_kind_was_decided() {
        assertThat(List.of(inPeace.signals(), inPeace.transitions(), inPeace.offers(), inPeace.decisions()))
                .noneMatch(List::isEmpty);
    }

    @Test
    void nothing_changes_with_other_partitions_and_lifecycle_held_back() {
        try (Road road = Road.open(dir.resolve("held"), PORTS, 3, history)) {
            road.play(history.with(Map.of(
                    history.date(40), () -> road.holdBack("lifecycle-service", Duration.ofSeconds(6)),
                    history.date(90), () -> road.holdBack("campaign-service", Duration.ofSeconds(6)))));

            assertThat(Decisions.of(road)).isEqualTo(inPeace);
        }
    }

    @Test
    void nothing_changes_when_scoring_is_killed_in_the_middle_and_started_again() {
        try (Road road = Road.open(dir.resolve("killed"), PORTS, 4, history)) {
            road.play(history.with(Map.of(
                    history.date(60), () -> road.killAndRestart("scoring-service"),
                    history.date(100), () -> road.killAndRestart("campaign-service"))));

            assertThat(Decisions.of(road)).isEqualTo(inPeace);
        }
    }

    @Test
    void nothing_changes_when_instances_come_and_go_and_threads_share_the_work() {
        SandboxSettings twoThreads =
                SandboxSettings.of(dir.resolve("shared"), PORTS).partitions(4).threads(2);
        try (Road road = Road.open(twoThreads, history)) {
            road.play(history.with(Map.of(
                    history.date(30), () -> road.joinedBySecond("scoring-service"),
                    history.date(60), () -> road.joinedBySecond("campaign-service"),
                    history.date(110), () -> road.kill("scoring-service"))));

            assertThat(Decisions.of(road)).isEqualTo(inPeace);
        }
    }
}
