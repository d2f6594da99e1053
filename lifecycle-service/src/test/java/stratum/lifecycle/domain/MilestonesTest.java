package stratum.lifecycle.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.lifecycle.domain.Fact.Kind;
import stratum.lifecycle.domain.Fact.Status;

/** What a customer reaches on the way. Day 0 is the 29th of February 2024. */
final class MilestonesTest {

    private final Story eva = new Story();

    @Test
    void the_first_money_paid_in_by_the_customer_is_the_first_deposit() {
        eva.opened(0, "current", Family.DEPOSIT)
                .paid(1, 100)
                .received(2, 5_000, 5_100)
                .received(3, 6_000, 11_100);

        assertThat(eva.milestones()).containsExactly("FIRST_DEPOSIT on day 2 5000 of current");
    }

    @Test
    void interest_is_no_deposit() {
        eva.opened(0, "current", Family.DEPOSIT).credited(1, 100);

        assertThat(eva.milestones()).isEmpty();
    }

    @Test
    void the_first_salary_is_told_once_and_is_a_deposit_too() {
        eva.booked(5, Kind.INCOME, 90_000, 90_000).booked(35, Kind.INCOME, 90_000, 90_000);

        assertThat(eva.milestones())
                .containsExactly("FIRST_DEPOSIT on day 5 90000 of current", "FIRST_SALARY on day 5 90000 of current");
    }

    @Test
    void a_second_product_is_one_beside_another_that_is_open() {
        eva.opened(0, "current", Family.DEPOSIT)
                .closed(10, "current", Family.DEPOSIT)
                .opened(11, "savings", Family.DEPOSIT);
        assertThat(eva.milestones()).isEmpty();

        eva.opened(12, "card", Family.CARD).opened(13, "fund", Family.WEALTH);

        assertThat(eva.milestones()).containsExactly("SECOND_PRODUCT on day 12 of card");
    }

    @ParameterizedTest
    @CsvSource({
        // three times the average, and 10,000.00 at least
        "400000, 1200000, true",
        "400000, 1199999, false",
        "100000, 999999, false",
        "100000, 1000000, true"
    })
    void a_large_inflow_is_large_for_this_customer_and_at_all(long balance, long amount, boolean large) {
        eva.opened(0, "savings", Family.DEPOSIT)
                .valued(0, "savings", Family.DEPOSIT, balance)
                .received(100, amount, amount);

        assertThat(eva.milestones().contains("LARGE_INFLOW on day 100 %d of current".formatted(amount)))
                .isEqualTo(large);
    }

    @Test
    void a_reversal_is_no_milestone() {
        eva.valued(0, "savings", Family.DEPOSIT, 1_000).takenBack(5, 4, Kind.INCOME, 5_000_000);

        assertThat(eva.milestones()).isEmpty();
    }

    @Test
    void every_year_with_the_bank_is_an_anniversary_on_the_28th_where_there_is_no_29th() {
        eva.payingWeeklyUntil(740);

        assertThat(eva.milestones()).containsExactly("ANNIVERSARY on day 365 of 1", "ANNIVERSARY on day 730 of 2");
    }

    @Test
    void a_birthday_is_told_on_the_day() {
        eva.bornOn(0, LocalDate.of(1990, 3, 10)).payingWeeklyUntil(400);

        assertThat(eva.milestones())
                .containsExactly("BIRTHDAY on day 10", "ANNIVERSARY on day 365 of 1", "BIRTHDAY on day 375");
    }

    @Test
    void a_prospect_and_a_lost_customer_have_no_birthday() {
        eva.bornOn(0, LocalDate.of(1990, 3, 10)).wait(20);
        assertThat(eva.milestones()).isEmpty();

        eva.opened(21, "current", Family.DEPOSIT)
                .closed(22, "current", Family.DEPOSIT)
                .wait(800);

        assertThat(eva.milestones()).isEmpty();
        assertThat(eva.life().reviewDate()).isNull();
    }

    @Test
    void who_comes_back_is_not_congratulated_on_the_birthdays_missed() {
        eva.bornOn(0, LocalDate.of(1990, 3, 10)).opened(0, "current", Family.DEPOSIT);
        eva.closed(1, "current", Family.DEPOSIT).wait(700).opened(701, "current", Family.DEPOSIT);

        assertThat(eva.milestones()).isEmpty();
    }

    @Test
    void money_invested_matures_soon_30_days_before_and_is_told_once() {
        eva.opened(0, "current", Family.DEPOSIT).maturing(1, "fund", 100).payingWeeklyUntil(120);

        assertThat(eva.milestones())
                .containsExactly("SECOND_PRODUCT on day 1 of fund", "WEALTH_MATURING on day 70 of fund");
    }

    @Test
    void what_is_closed_before_matures_no_more() {
        eva.opened(0, "current", Family.DEPOSIT).maturing(1, "fund", 100).closed(60, "fund", Family.WEALTH);
        eva.payingWeeklyUntil(120);

        assertThat(eva.milestones()).containsExactly("SECOND_PRODUCT on day 1 of fund");
    }

    /** A story told day by day, the clock ticking on each. */
    private static final class Story extends Telling<Story> {

        Story opened(int day, String account, Family family) {
            return holding(day, account, family, Status.OPENED);
        }

        Story closed(int day, String account, Family family) {
            return holding(day, account, family, Status.CLOSED);
        }

        Story payingWeeklyUntil(int last) {
            for (int day = today() == 0 ? 0 : 7 + today() / 7 * 7; day <= last; day += 7) {
                paid(day, 500_000);
            }
            return wait(last);
        }

        @Override
        Story self() {
            return this;
        }

        @Override
        LocalDate dayZero() {
            return LocalDate.of(2024, 2, 29);
        }
    }
}
