package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stratum.campaign.domain.CampaignLife.Refused;
import stratum.campaign.domain.CampaignLife.State;
import stratum.campaign.domain.CampaignLife.Step;
import stratum.campaign.domain.CampaignLife.Taken;

class CampaignLifeTest {

    private static final Map<State, Set<String>> WAYS = Map.of(
            State.DRAFT, Set.of("SUBMIT to IN_REVIEW"),
            State.IN_REVIEW, Set.of("APPROVE to APPROVED", "REJECT to DRAFT"),
            State.APPROVED, Set.of("LAUNCH to LIVE"),
            State.LIVE, Set.of("PAUSE to PAUSED", "END to ENDED"),
            State.PAUSED, Set.of("RESUME to LIVE", "END to ENDED"),
            State.ENDED, Set.of());

    @ParameterizedTest
    @EnumSource
    void each_state_has_its_ways_on_and_no_others(State state) {
        CampaignLife life = new CampaignLife(state, "ann", null);

        assertThat(Arrays.stream(Step.values())
                        .map(step -> life.take(step, "bob") instanceof Taken taken
                                ? step + " to " + taken.life().state()
                                : "")
                        .filter(way -> !way.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(WAYS.getOrDefault(state, Set.of()));
        assertThat(life.edit("ann") instanceof Taken).isEqualTo(state == State.DRAFT);
    }

    @Test
    void nobody_approves_what_he_has_written_himself() {
        CampaignLife review = new CampaignLife(State.IN_REVIEW, "ann", null);

        assertThat(review.take(Step.APPROVE, "ann"))
                .isEqualTo(new Refused("ann wrote this version; somebody else has to approve it."));
        assertThat(review.take(Step.APPROVE, "bob"))
                .isEqualTo(new Taken(new CampaignLife(State.APPROVED, "ann", "bob")));
    }

    @Test
    void whoever_edits_a_draft_last_is_its_author() {
        CampaignLife draft = CampaignLife.draftedBy("ann");
        CampaignLife edited = ((Taken) draft.edit("bob")).life();
        CampaignLife review = ((Taken) edited.take(Step.SUBMIT, "ann")).life();

        assertThat(review.take(Step.APPROVE, "bob")).isInstanceOf(Refused.class);
    }

    @Test
    void a_refusal_says_what_can_be_done() {
        assertThat(new CampaignLife(State.ENDED, "ann", "bob").take(Step.RESUME, "ann"))
                .isEqualTo(new Refused(
                        "A version in state ENDED cannot take the step RESUME; a change is a new version."));
    }
}
