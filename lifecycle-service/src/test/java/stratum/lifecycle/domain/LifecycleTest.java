package stratum.lifecycle.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import stratum.lifecycle.domain.Fact.Kind;
import stratum.lifecycle.domain.Fact.Occasion;
import stratum.lifecycle.domain.Fact.Status;

/** Every change of stage of the default policy, with its borders. Days count from the account's opening. */
final class LifecycleTest {

    private final Story eva = new Story();

    @Test
    void a_profile_alone_makes_a_prospect() {
        eva.profiled(0);

        assertThat(eva.path()).containsExactly("none > PROSPECT");
    }

    @Test
    void a_contact_alone_makes_nothing() {
        eva.contacted(0, Occasion.BY_CUSTOMER);

        assertThat(eva.path()).isEmpty();
    }

    @Test
    void the_first_product_or_the_first_transaction_begins_the_acquisition() {
        assertThat(new Story().opened(0, "current", Family.DEPOSIT).path()).containsExactly("none > ACQUISITION");
        assertThat(new Story().paid(0, 100).path()).containsExactly("none > ACQUISITION");
        assertThat(new Story().profiled(0).paid(5, 100).path())
                .containsExactly("none > PROSPECT", "PROSPECT > ACQUISITION");
    }

    @ParameterizedTest
    @CsvSource({"3, 100, GROWTH", "2, 100, ACQUISITION", "3, 0, ACQUISITION"})
    void three_active_days_and_money_make_a_customer_grow(int activeDays, long balance, Stage stage) {
        eva.opened(0, "current", Family.DEPOSIT);
        for (int day = 1; day <= activeDays; day++) {
            eva.paid(day, balance);
        }

        assertThat(eva.stage()).isEqualTo(stage);
    }

    @Test
    void a_loan_does_instead_of_money() {
        eva.opened(0, "loan", Family.LOAN).paid(1, 0).paid(2, 0).paid(3, 0);

        assertThat(eva.stage()).isEqualTo(Stage.GROWTH);
    }

    @ParameterizedTest
    @CsvSource({"89, ACQUISITION", "90, AT_RISK"})
    void one_who_is_not_activated_by_day_90_is_at_risk(int day, Stage stage) {
        eva.opened(0, "current", Family.DEPOSIT).wait(day);

        assertThat(eva.stage()).isEqualTo(stage);
    }

    @Test
    void one_who_is_activated_late_recovers_after_14_days_and_grows_at_once() {
        eva.opened(0, "current", Family.DEPOSIT).wait(100);
        eva.paid(101, 100).paid(103, 100).paid(105, 100).paid(110, 100).paid(115, 100);

        eva.wait(118);
        assertThat(eva.stage()).isEqualTo(Stage.AT_RISK);
        eva.wait(119);

        assertThat(eva.path())
                .containsExactly(
                        "none > ACQUISITION",
                        "ACQUISITION > AT_RISK [NEVER_ACTIVATED]",
                        "AT_RISK > ACQUISITION [RECOVERED]",
                        "ACQUISITION > GROWTH");
    }

    @ParameterizedTest
    @CsvSource({"364, true, GROWTH", "365, true, MATURITY", "365, false, GROWTH"})
    void a_year_and_two_families_of_products_make_a_mature_customer(int day, boolean second, Stage stage) {
        eva.growing();
        if (second) {
            eva.opened(31, "card", Family.CARD);
        }
        eva.payingMonthlyUntil(360, 500_000).wait(day);

        assertThat(eva.stage()).isEqualTo(stage);
    }

    @Test
    void a_balance_that_moves_keeps_a_customer_growing_until_it_is_flat() {
        eva.growing()
                .opened(5, "card", Family.CARD)
                .payingMonthlyUntil(330, 500_000)
                .paid(360, 2_000_000);

        eva.wait(366);
        assertThat(eva.stage()).isEqualTo(Stage.GROWTH);
        eva.wait(430);

        assertThat(eva.stage()).isEqualTo(Stage.MATURITY);
    }

    @Test
    void the_main_bank_does_instead_of_a_second_product() {
        eva.growing();
        for (int day = 35; day <= 365; day += 30) {
            eva.booked(day, Kind.INCOME, 1_000_000, 500_000);
        }
        eva.wait(366);

        assertThat(eva.stage()).isEqualTo(Stage.MATURITY);
    }

    @ParameterizedTest
    @CsvSource({"40, GROWTH", "176, GROWTH", "177, AT_RISK"})
    void silence_is_a_risk_by_the_customers_own_rhythm(int silence, Stage stage) {
        eva.growing().payingMonthlyUntil(270, 500_000).wait(270 + silence);

        assertThat(eva.stage()).isEqualTo(stage);
    }

    @Test
    void who_pays_daily_is_missed_within_a_fortnight() {
        for (int day = 0; day <= 60; day++) {
            eva.paid(day, 500_000);
        }

        assertThat(eva.wait(69).stage()).isEqualTo(Stage.AT_RISK);
        assertThat(eva.path()).last().isEqualTo("GROWTH > AT_RISK [INACTIVITY]");
    }

    @ParameterizedTest
    @CsvSource({"248000, true", "256000, false"})
    void half_the_average_balance_gone_is_a_risk(long left, boolean risk) {
        eva.growing().payingMonthlyUntil(180, 500_000).paid(185, left);

        assertThat(eva.risk().causes().contains(Cause.BALANCE_OUTFLOW)).isEqualTo(risk);
    }

    @Test
    void small_change_gone_is_no_risk() {
        eva.growing(90_000).payingMonthlyUntil(180, 90_000).paid(185, 0);

        assertThat(eva.risk()).isEqualTo(Risk.NONE);
    }

    /** Accounts are emptied before payday and for a house; it takes a second sign to be a farewell. */
    @Test
    void an_outflow_alone_is_no_alarm_and_with_another_sign_it_is() {
        eva.growing().payingMonthlyUntil(180, 500_000).paid(185, 0);
        assertThat(eva.stage()).isEqualTo(Stage.GROWTH);

        eva.surveyed(186, 2);

        assertThat(eva.path()).last().isEqualTo("GROWTH > AT_RISK [BALANCE_OUTFLOW, DISSATISFACTION]");
    }

    @Test
    void money_gone_to_another_bank_is_a_cause_of_its_own() {
        eva.growing().payingMonthlyUntil(180, 500_000).booked(185, Kind.TO_OTHER_BANK, 500_000, 0);

        assertThat(eva.risk()).isEqualTo(new Risk(45, List.of(Cause.BALANCE_OUTFLOW, Cause.COMPETITOR)));
    }

    @Test
    void a_transfer_taken_back_is_none() {
        eva.growing()
                .payingMonthlyUntil(180, 500_000)
                .booked(185, Kind.TO_OTHER_BANK, 600_000, 500_000)
                .takenBack(186, 185, Kind.TO_OTHER_BANK, 600_000);

        assertThat(eva.risk().causes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"44, false", "45, true", "179, true", "180, false"})
    void a_salary_of_three_months_that_stops_for_45_days_is_a_risk_while_it_is_news(int days, boolean risk) {
        eva.growing();
        eva.booked(31, Kind.INCOME, 900_000, 500_000);
        eva.booked(62, Kind.INCOME, 900_000, 500_000);
        eva.booked(92, Kind.INCOME, 900_000, 500_000);
        for (int day = 99; day < 92 + days; day += 7) {
            eva.paid(day, 500_000);
        }
        eva.wait(92 + days);

        assertThat(eva.risk().causes().contains(Cause.SALARY_STOPPED)).isEqualTo(risk);
    }

    @Test
    void two_months_of_salary_are_not_missed() {
        eva.growing().booked(31, Kind.INCOME, 900_000, 500_000).booked(62, Kind.INCOME, 900_000, 500_000);

        assertThat(eva.wait(110).risk().causes()).doesNotContain(Cause.SALARY_STOPPED);
    }

    @Test
    void an_overdue_complaint_is_a_risk_until_it_is_resolved() {
        eva.growing().payingMonthlyUntil(60, 500_000).contacted(65, Occasion.COMPLAINT_OVERDUE);
        assertThat(eva.risk()).isEqualTo(new Risk(25, List.of(Cause.COMPLAINT)));

        eva.contacted(66, Occasion.COMPLAINT_RESOLVED);

        assertThat(eva.risk()).isEqualTo(Risk.NONE);
    }

    @ParameterizedTest
    @CsvSource({"4, 20", "5, 0", "10, 0"})
    void a_bad_mark_is_a_risk(int score, int risk) {
        eva.growing().surveyed(40, score);

        assertThat(eva.risk().score()).isEqualTo(risk);
    }

    @Test
    void a_main_product_closed_is_a_risk_while_others_are_open() {
        eva.growing().opened(31, "fund", Family.WEALTH).closed(40, "fund", Family.WEALTH);

        assertThat(eva.risk()).isEqualTo(new Risk(20, List.of(Cause.PRODUCT_CLOSED)));
    }

    @Test
    void risks_add_up_and_the_largest_comes_first() {
        eva.growing()
                .opened(31, "fund", Family.WEALTH)
                .closed(40, "fund", Family.WEALTH)
                .surveyed(41, 0);
        assertThat(eva.stage()).isEqualTo(Stage.GROWTH);

        eva.contacted(42, Occasion.COMPLAINT_OVERDUE);

        assertThat(eva.path()).last().isEqualTo("GROWTH > AT_RISK [COMPLAINT, DISSATISFACTION, PRODUCT_CLOSED]");
        assertThat(eva.risk().score()).isEqualTo(65);
    }

    @ParameterizedTest
    @CsvSource({"13, AT_RISK", "14, GROWTH"})
    void a_customer_recovers_after_14_days_without_risk(int days, Stage stage) {
        eva.growing()
                .payingMonthlyUntil(180, 500_000)
                .surveyed(184, 0)
                .paid(185, 50_000)
                .paid(190, 500_000);

        eva.wait(190 + days);

        assertThat(eva.stage()).isEqualTo(stage);
    }

    @Test
    void a_new_risk_within_the_14_days_begins_them_anew() {
        eva.growing()
                .payingMonthlyUntil(180, 500_000)
                .surveyed(184, 0)
                .paid(185, 50_000)
                .paid(190, 500_000);
        eva.paid(200, 50_000).paid(201, 500_000);

        assertThat(eva.wait(214).stage()).isEqualTo(Stage.AT_RISK);
        assertThat(eva.wait(215).stage()).isEqualTo(Stage.GROWTH);
    }

    @Test
    void a_mature_customer_recovers_into_maturity() {
        eva.growing().opened(31, "card", Family.CARD).payingMonthlyUntil(390, 500_000);
        eva.surveyed(394, 0).paid(395, 50_000).paid(396, 500_000).wait(410);

        assertThat(eva.path())
                .endsWith(
                        "GROWTH > MATURITY",
                        "MATURITY > AT_RISK [BALANCE_OUTFLOW, DISSATISFACTION]",
                        "AT_RISK > MATURITY [RECOVERED]");
    }

    @Test
    void all_products_closed_is_the_end() {
        eva.growing().closed(40, "current", Family.DEPOSIT);

        assertThat(eva.path()).last().isEqualTo("GROWTH > CHURNED [CLOSED]");
        assertThat(eva.risk()).isEqualTo(new Risk(100, List.of(Cause.CLOSED)));
    }

    @Test
    void long_silence_is_the_end_and_then_time_brings_nothing_more() {
        eva.growing().payingMonthlyUntil(270, 500_000).wait(1_000);

        assertThat(eva.path()).endsWith("GROWTH > AT_RISK [INACTIVITY]", "AT_RISK > CHURNED [SILENT]");
        assertThat(eva.life().due()).isNull();
    }

    @Test
    void silence_is_no_end_before_90_days() {
        for (int day = 0; day <= 60; day++) {
            eva.paid(day, 500_000);
        }

        assertThat(eva.wait(149).stage()).isEqualTo(Stage.AT_RISK);
        assertThat(eva.wait(150).stage()).isEqualTo(Stage.CHURNED);
    }

    @Test
    void who_still_logs_in_is_not_silent() {
        for (int day = 0; day <= 60; day++) {
            eva.paid(day, 500_000);
        }
        eva.contacted(140, Occasion.BY_CUSTOMER);

        assertThat(eva.wait(229).stage()).isEqualTo(Stage.AT_RISK);
        assertThat(eva.wait(230).stage()).isEqualTo(Stage.CHURNED);
    }

    @Test
    void a_call_by_the_bank_breaks_no_silence() {
        for (int day = 0; day <= 60; day++) {
            eva.paid(day, 500_000);
        }
        eva.contacted(140, Occasion.BY_BANK);

        assertThat(eva.wait(150).stage()).isEqualTo(Stage.CHURNED);
    }

    @Test
    void one_active_day_is_no_rhythm_to_break() {
        eva.opened(0, "current", Family.DEPOSIT).paid(1, 500_000).wait(3_000);

        assertThat(eva.path()).last().isEqualTo("ACQUISITION > AT_RISK [NEVER_ACTIVATED]");
        assertThat(eva.life().due()).isNull();
    }

    @Test
    void a_payment_wins_a_lost_customer_back() {
        eva.growing().payingMonthlyUntil(270, 500_000).wait(1_000).paid(1_001, 500_000);

        assertThat(eva.path()).last().isEqualTo("CHURNED > GROWTH [WON_BACK]");
    }

    @Test
    void interest_wins_nobody_back() {
        eva.growing().payingMonthlyUntil(270, 500_000).wait(1_000).credited(1_001, 500_100);

        assertThat(eva.stage()).isEqualTo(Stage.CHURNED);
    }

    @Test
    void who_is_won_back_by_a_new_product_has_90_days_to_use_it() {
        eva.growing().payingMonthlyUntil(270, 500_000).wait(1_000).opened(1_001, "savings", Family.DEPOSIT);
        assertThat(eva.path()).last().isEqualTo("CHURNED > GROWTH [WON_BACK]");

        assertThat(eva.wait(1_090).risk()).isEqualTo(Risk.NONE);
        eva.wait(1_091);

        assertThat(eva.path()).last().isEqualTo("GROWTH > CHURNED [SILENT]");
    }

    @Test
    void a_last_payment_on_the_day_of_closing_wins_nobody_back() {
        eva.growing().closed(40, "current", Family.DEPOSIT).paid(40, 0);

        assertThat(eva.stage()).isEqualTo(Stage.CHURNED);
    }

    @Test
    void a_late_payment_from_before_the_end_wins_nobody_back() {
        eva.growing().payingMonthlyUntil(270, 500_000).wait(700).paidLate(701, 400);

        assertThat(eva.stage()).isEqualTo(Stage.CHURNED);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void what_is_owed_is_no_balance(Family family) {
        eva.valued(0, "one", family, 700);

        long balance = family == Family.LOAN || family == Family.MORTGAGE ? 0 : 700;
        assertThat(eva.features()).containsEntry("balance", balance);
    }

    @Test
    void an_overdrawn_account_holds_nothing() {
        eva.opened(0, "current", Family.DEPOSIT).paid(1, -500);

        assertThat(eva.features()).containsEntry("balance", 0L);
    }

    /** A story told day by day, the clock ticking on each. */
    private static final class Story extends Telling<Story> {

        Story growing() {
            return growing(500_000);
        }

        Story growing(long balance) {
            return opened(0, "current", Family.DEPOSIT)
                    .paid(0, balance)
                    .paid(10, balance)
                    .paid(20, balance)
                    .paid(30, balance);
        }

        Story payingMonthlyUntil(int last, long balance) {
            for (int day = 60; day <= last; day += 30) {
                paid(day, balance);
            }
            return this;
        }

        Story opened(int day, String account, Family family) {
            return holding(day, account, family, Status.OPENED);
        }

        Story closed(int day, String account, Family family) {
            return holding(day, account, family, Status.CLOSED);
        }

        @Override
        Story self() {
            return this;
        }

        @Override
        LocalDate dayZero() {
            return LocalDate.of(2024, 1, 1);
        }
    }
}
