package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import stratum.scoring.domain.Scoring.Scored;

/** A tier set by hand, from the first day to the last. */
final class OverrideTest {

    private static final LocalDate TODAY = LocalDate.parse("2024-03-15");
    private static final LocalDate UNTIL = LocalDate.parse("2024-04-15");

    private final Scoring scoring = new Scoring(SamplePolicies.AT_ONCE_AFTER_60_DAYS.policy());

    @Test
    void it_is_shown_from_now_on_and_ends_by_itself() {
        Customer core = customerWith(1500);

        Scored set = scoring.override(core, byHand("PRIVATE", UNTIL), TODAY);
        Scored before = scoring.ifNothingHappens(set.customer(), UNTIL.minusDays(1));
        Scored after = scoring.ifNothingHappens(set.customer(), UNTIL);

        assertThat(set.signals()).extracting(Signal::kind).containsExactly(SignalKind.OVERRIDDEN);
        assertThat(set.customer().reviewDate()).isBeforeOrEqualTo(UNTIL);
        assertThat(before.customer().standing().tier()).isEqualTo("PRIVATE");
        assertThat(after.signals()).extracting(Signal::kind).containsExactly(SignalKind.OVERRIDE_ENDED);
        assertThat(after.customer().standing().tier()).isEqualTo("CORE");
    }

    @Test
    void it_can_be_ended_before_its_time() {
        Customer covered = scoring.override(customerWith(1500), byHand("PRIVATE", UNTIL), TODAY)
                .customer();

        Scored ended = scoring.endOverride(covered, TODAY.plusDays(3));

        assertThat(ended.signals()).extracting(Signal::kind).containsExactly(SignalKind.OVERRIDE_ENDED);
        assertThat(ended.customer().standing().override()).isNull();
    }

    @Test
    void one_that_cannot_be_is_refused_with_a_sentence() {
        Customer core = customerWith(1500);

        assertThatThrownBy(() -> scoring.override(Customer.unknown(), byHand("VIP", UNTIL), TODAY))
                .hasMessage("A customer without a tier cannot be given another by hand");
        assertThatThrownBy(() -> scoring.override(core, byHand("GOLD", UNTIL), TODAY))
                .hasMessage("There is no tier GOLD to set by hand");
        assertThatThrownBy(() -> scoring.override(core, byHand("VIP", TODAY), TODAY))
                .hasMessage("A tier set by hand on 2024-03-15 cannot end on 2024-03-15");
    }

    private static TierOverride byHand(String tier, LocalDate until) {
        return new TierOverride(tier, "a promise", "anna", until);
    }

    private Customer customerWith(long balance) {
        Fact.When noon = new Fact.When((int) TODAY.toEpochDay(), 12 * 60 * 60 * 1000);
        Fact opened = new Fact.Holding(noon, "a1", Family.DEPOSIT, Fact.Change.OPENED, balance);
        return scoring.book(Customer.unknown(), opened, TODAY).customer();
    }
}
