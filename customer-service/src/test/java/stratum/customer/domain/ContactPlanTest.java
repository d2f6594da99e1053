package stratum.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.customer.domain.ContactPlan.Due;
import stratum.customer.domain.ContactPlan.Since;
import stratum.customer.domain.ContactPolicy.Familiarity;
import stratum.customer.domain.ContactPolicy.Rhythm;

@NullUnmarked // What is missing fails the test.
final class ContactPlanTest {

    private static final ContactPolicy POLICY = new ContactPolicy(
            List.of(
                    new Rhythm("AT_RISK", List.of(), List.of("AT_RISK"), List.of(), 2, 7, Map.of()),
                    new Rhythm("A", List.of(), List.of(), List.of("A"), 3, 7, Map.of()),
                    new Rhythm("PRIVATE", List.of("PRIVATE"), List.of(), List.of(), 2, 7, Map.of()),
                    new Rhythm("VIP", List.of("VIP"), List.of(), List.of(), 5, 14, Map.of()),
                    new Rhythm("CORE", List.of("CORE"), List.of(), List.of(), 10, 30, Map.of())),
            Set.of(LocalDate.of(2024, 5, 1)),
            new Familiarity(2, 180));

    /** 3 May 2024 is a Friday, 1 May a holiday. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            tier,    since,      stage,   since,      intent, since,      contacted,  due,        rhythm
            PRIVATE, 2024-04-22, ,        ,           ,       ,           2024-05-03, 2024-05-10, PRIVATE
            VIP,     2024-04-22, ,        ,           ,       ,           2024-05-03, 2024-05-17, VIP
            CORE,    2024-04-22, ,        ,           ,       ,           2024-05-03, 2024-06-02, CORE
            VIP,     2024-04-22, ,        ,           ,       ,           ,           2024-04-29, VIP
            VIP,     2024-04-26, ,        ,           ,       ,           ,           2024-05-06, VIP
            CORE,    2024-01-01, AT_RISK, 2024-05-03, ,       ,           2024-05-02, 2024-05-07, AT_RISK
            CORE,    2024-01-01, AT_RISK, 2024-04-30, ,       ,           2024-04-29, 2024-05-03, AT_RISK
            CORE,    2024-01-01, AT_RISK, 2024-05-03, ,       ,           2024-05-06, 2024-05-13, AT_RISK
            CORE,    2024-01-01, GROWTH,  2024-05-03, A,      2024-05-03, 2024-05-03, 2024-05-10, A
            CORE,    2024-05-03, ,        ,           ,       ,           2024-01-01, 2024-05-17, CORE
            MASS,    2024-05-03, GROWTH,  2024-05-03, ,       ,           ,           ,
            MASS,    2024-05-03, AT_RISK, 2024-05-03, ,       ,           ,           2024-05-07, AT_RISK
            """, useHeadersInDisplayName = true)
    void the_earliest_contact_that_a_rhythm_asks_for_is_due(
            String tier,
            LocalDate tierSince,
            String stage,
            LocalDate stageSince,
            String intent,
            LocalDate intentSince,
            LocalDate contacted,
            LocalDate due,
            String rhythm) {
        ContactPlan plan = new ContactPlan(
                new Since(tier, tierSince), since(stage, stageSince), since(intent, intentSince), null, contacted);

        assertThat(plan.next(POLICY).map(Due::on)).isEqualTo(java.util.Optional.ofNullable(due));
        assertThat(plan.next(POLICY).map(next -> next.reason())).isEqualTo(java.util.Optional.ofNullable(rhythm));
    }

    @Test
    void an_offer_that_waits_to_be_made_is_due_at_once() {
        LocalDate friday = LocalDate.of(2024, 5, 3);
        assertThat(new ContactPlan(new Since("CORE", friday), null, null, friday, friday).next(POLICY))
                .contains(new Due(friday, "OFFER"));
        assertThat(new ContactPlan(new Since("MASS", friday), null, null, friday, null).next(POLICY))
                .contains(new Due(friday, "OFFER"));
    }

    @Test
    void saturday_sunday_and_holidays_are_no_working_days() {
        assertThat(POLICY.workingDaysAfter(LocalDate.of(2024, 4, 30), 1)).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(POLICY.workingDaysAfter(LocalDate.of(2024, 5, 3), 2)).isEqualTo(LocalDate.of(2024, 5, 7));
        assertThat(POLICY.workingDaysAfter(LocalDate.of(2024, 5, 4), 0)).isEqualTo(LocalDate.of(2024, 5, 4));
    }

    private static Since since(String what, LocalDate day) {
        return what == null ? null : new Since(what, day);
    }
}
