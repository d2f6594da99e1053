package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.scoring.domain.Scoring.Scored;

/** A tier set by hand, from the first day to the last. */
final class OverrideTest {

    private static final LocalDate TODAY = LocalDate.parse("2024-03-15");
    private static final LocalDate UNTIL = LocalDate.parse("2024-04-15");

    private final Scoring scoring = new Scoring(SamplePolicies.AT_ONCE_AFTER_60_DAYS.policy());

    @Test
    void it_is_shown_from_now_on_and_ends_by_itself() {
        Scored set = scoring.profile(customerWith(1500), file(1, byHand("PRIVATE", UNTIL)), TODAY);
        Scored before = scoring.ifNothingHappens(set.customer(), UNTIL.minusDays(1));
        Scored after = scoring.ifNothingHappens(set.customer(), UNTIL);

        assertThat(set.signals()).extracting(Signal::kind).containsExactly(SignalKind.OVERRIDDEN);
        assertThat(set.customer().reviewDate()).isBeforeOrEqualTo(UNTIL);
        assertThat(before.customer().standing().tier()).isEqualTo("PRIVATE");
        assertThat(after.signals()).extracting(Signal::kind).containsExactly(SignalKind.OVERRIDE_ENDED);
        assertThat(after.customer().standing().tier()).isEqualTo("CORE");
    }

    @Test
    void it_ends_before_its_time_with_a_file_that_does_not_say_it_any_more() {
        Customer covered = scoring.profile(customerWith(1500), file(1, byHand("PRIVATE", UNTIL)), TODAY)
                .customer();

        Scored ended = scoring.profile(covered, file(2, null), TODAY.plusDays(3));

        assertThat(ended.signals()).extracting(Signal::kind).containsExactly(SignalKind.OVERRIDE_ENDED);
        assertThat(ended.customer().standing().override()).isNull();
    }

    @Test
    void of_two_files_the_later_counts_whichever_comes_first() {
        Profile early = file(1, byHand("VIP", UNTIL));
        Profile late = file(2, byHand("PRIVATE", UNTIL));

        Customer inTime = told(told(customerWith(1500), early), late);
        Customer turned = told(told(customerWith(1500), late), early);

        assertThat(turned.profile()).isEqualTo(inTime.profile());
        assertThat(turned.standing()).isEqualTo(inTime.standing());
        assertThat(turned.standing().tier()).isEqualTo("PRIVATE");
    }

    @Test
    void before_there_is_a_tier_it_waits_for_the_first_unless_it_is_over_by_then() {
        Customer expected = told(Customer.unknown(), file(1, byHand("VIP", UNTIL)));

        Scored inTime = scoring.book(expected, opened(1500, UNTIL.minusDays(1)), UNTIL.minusDays(1));
        Scored tooLate = scoring.book(expected, opened(1500, UNTIL), UNTIL);

        assertThat(inTime.signals())
                .extracting(Signal::kind)
                .containsExactly(SignalKind.ASSIGNED, SignalKind.OVERRIDDEN);
        assertThat(inTime.customer().standing().tier()).isEqualTo("VIP");
        assertThat(tooLate.signals()).extracting(Signal::kind).containsExactly(SignalKind.ASSIGNED);
    }

    @ParameterizedTest
    @CsvSource({"GOLD, 2024-04-15", "VIP, 2024-03-15", "VIP, 2023-04-15"})
    void one_that_cannot_hold_changes_nothing_and_stops_nothing(String tier, LocalDate until) {
        Customer core = customerWith(1500);

        Scored refused = scoring.profile(core, file(1, byHand(tier, until)), TODAY);

        assertThat(refused.signals()).isEmpty();
        assertThat(refused.customer().standing()).isEqualTo(core.standing());
        assertThat(refused.customer().reviewDate()).isEqualTo(core.reviewDate());
    }

    @Test
    void one_for_a_tier_that_a_later_policy_has_holds_from_then_on() {
        Customer core = told(customerWith(1500), file(1, byHand("GOLD", UNTIL)));
        Scoring later = new Scoring(SamplePolicies.AT_ONCE_AFTER_60_DAYS.withGoldForVip());

        assertThat(later.review(core, TODAY.plusDays(1)).signals())
                .extracting(Signal::kind)
                .containsExactly(SignalKind.OVERRIDDEN);
    }

    private Customer told(Customer customer, Profile file) {
        return scoring.profile(customer, file, TODAY).customer();
    }

    private static Profile file(long millis, @Nullable TierOverride override) {
        return new Profile(millis, 0, false, null, null, null, false, false, override);
    }

    private static TierOverride byHand(String tier, LocalDate until) {
        return new TierOverride(tier, "a promise", "anna", until);
    }

    private Customer customerWith(long balance) {
        return scoring.book(Customer.unknown(), opened(balance, TODAY), TODAY).customer();
    }

    private static Fact opened(long balance, LocalDate date) {
        Fact.When noon = new Fact.When((int) date.toEpochDay(), 12 * 60 * 60 * 1000);
        return new Fact.Holding(noon, "a1", Family.DEPOSIT, Fact.Change.OPENED, balance);
    }
}
