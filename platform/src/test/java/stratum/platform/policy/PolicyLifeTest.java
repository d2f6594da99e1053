package stratum.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.platform.policy.PolicyLife.Refused;
import stratum.platform.policy.PolicyLife.State;
import stratum.platform.policy.PolicyLife.Step;
import stratum.platform.policy.PolicyLife.Taken;

/** The way of a policy to ruling, which takes two people. */
final class PolicyLifeTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT,     SUBMIT,  anna, IN_REVIEW",
        "DRAFT,     APPROVE, ben,  ''",
        "DRAFT,     PUBLISH, ben,  ''",
        "DRAFT,     RETIRE,  anna, RETIRED",
        "IN_REVIEW, SUBMIT,  anna, ''",
        "IN_REVIEW, APPROVE, ben,  APPROVED",
        "IN_REVIEW, APPROVE, anna, ''",
        "IN_REVIEW, PUBLISH, ben,  ''",
        "IN_REVIEW, RETIRE,  ben,  RETIRED",
        "APPROVED,  APPROVE, ben,  ''",
        "APPROVED,  PUBLISH, anna, PUBLISHED",
        "APPROVED,  RETIRE,  anna, RETIRED",
        "PUBLISHED, SUBMIT,  anna, ''",
        "PUBLISHED, PUBLISH, anna, ''",
        "PUBLISHED, RETIRE,  anna, ''",
        "RETIRED,   RETIRE,  anna, ''",
        "RETIRED,   SUBMIT,  anna, ''",
    })
    void a_step_leads_on_or_is_refused(State from, Step step, String actor, String to) {
        PolicyLife.Outcome outcome = new PolicyLife(from, "anna", null).take(step, actor);

        if (to.isEmpty()) {
            assertThat(outcome).isInstanceOf(Refused.class);
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Taken.class,
                            taken -> assertThat(taken.life().state()).isEqualTo(State.valueOf(to)));
        }
    }

    @Test
    void who_approved_is_known() {
        assertThat(new PolicyLife(State.IN_REVIEW, "anna", null).take(Step.APPROVE, "ben"))
                .isEqualTo(new Taken(new PolicyLife(State.APPROVED, "anna", "ben")));
    }

    @Test
    void nobody_approves_what_she_has_drafted() {
        assertThat(new PolicyLife(State.IN_REVIEW, "anna", null).take(Step.APPROVE, "anna"))
                .isEqualTo(new Refused("anna drafted this version; somebody else has to approve it."));
    }

    @Test
    void a_draft_is_edited_by_its_author_until_it_is_submitted() {
        assertThat(PolicyLife.draftedBy("anna").edit("anna")).isInstanceOf(Taken.class);
        assertThat(PolicyLife.draftedBy("anna").edit("ben")).isInstanceOf(Refused.class);
        assertThat(new PolicyLife(State.IN_REVIEW, "anna", null).edit("anna")).isInstanceOf(Refused.class);
    }
}
