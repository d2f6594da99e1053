package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.events.HoldingStatus;
import stratum.events.InteractionKind;
import stratum.events.MilestoneKind;
import stratum.events.Purpose;
import stratum.events.SignalKind;
import stratum.events.Stage;

class OccasionNamesTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(OccasionKind.TIER_SIGNAL, SignalKind.values()),
                Arguments.of(OccasionKind.STAGE_CHANGE, Stage.values()),
                Arguments.of(OccasionKind.MILESTONE, MilestoneKind.values()),
                Arguments.of(OccasionKind.INTERACTION, InteractionKind.values()),
                Arguments.of(OccasionKind.TRANSACTION, Purpose.values()),
                Arguments.of(OccasionKind.HOLDING, HoldingStatus.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void they_are_those_of_the_facts(OccasionKind kind, Enum<?>[] facts) {
        assertThat(OccasionNames.of(kind))
                .containsExactlyElementsOf(Arrays.stream(facts).map(Enum::name).toList());
    }
}
