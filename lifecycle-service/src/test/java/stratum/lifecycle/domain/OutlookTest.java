package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is to be expected of a customer. */
final class OutlookTest {

    private final Story eva = new Story();

    @Test
    void nothing_is_said_of_one_who_was_never_active() {
        eva.holding(0, "current", Family.DEPOSIT, Fact.Status.OPENED);

        assertThat(eva.outlook()).isNull();
    }

    @Test
    void more_is_expected_of_a_longer_time() {
        eva.payingMonthlyUntil(360);

        Outlook outlook = requireNonNull(eva.outlook());

        assertThat(outlook.activeDays().get(30)).isBetween(0.9, 1.5);
        assertThat(outlook.activeDays().get(90)).isBetween(2.7, 4.5);
        assertThat(outlook.activeDays().get(365)).isBetween(10.0, 18.0);
    }

    @Test
    void who_falls_silent_is_worth_less_every_day() {
        eva.payingMonthlyUntil(360);
        Outlook before = requireNonNull(eva.outlook());

        eva.wait(420);

        Outlook after = requireNonNull(eva.outlook());
        assertThat(after.lifetimeValue()).isLessThan(before.lifetimeValue());
        assertThat(after.dayValue()).isEqualTo(before.dayValue());
    }

    @Test
    void nothing_is_expected_of_one_who_has_closed_everything() {
        eva.holding(0, "current", Family.DEPOSIT, Fact.Status.OPENED);
        eva.payingMonthlyUntil(360).holding(361, "current", Family.DEPOSIT, Fact.Status.CLOSED);

        assertThat(eva.outlook()).isEqualTo(Outlook.NOTHING);
    }

    /** A story in which much is moved on few days. */
    private static final class Story extends Telling<Story> {

        Story payingMonthlyUntil(int last) {
            for (int day = 0; day <= last; day += 30) {
                received(day, 100_000, 500_000);
            }
            return this;
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
