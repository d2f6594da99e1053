package stratum.lifecycle.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model of silence. */
final class BgNbdTest {

    /** Fitted by the authors to CDNOW; a unit is a week there. */
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    private static final BgNbd DAILY = new BgNbd(0.8, 6.0, 0.5, 4.0);

    /** Worked out with Python's decimal module at 50 digits from the formula of Fader, Hardie and Lee, not by logarithms. */
    @ParameterizedTest
    @CsvSource({
        "2, 30, 39, 7.195509031474433E-01",
        "1, 2, 39, 2.211785320820907E-01",
        "10, 35, 39, 8.426031886417334E-01",
        "5, 10, 39, 2.439800898084013E-02",
        "26, 31, 39, 1.416548441995890E-01"
    })
    void the_probability_is_that_of_the_paper(int repeats, int last, int now, double expected) {
        assertThat(CDNOW.pAlive(repeats, last, now)).isCloseTo(expected, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 330, 330, 9.655172413793104E-01",
        "11, 330, 370, 8.813173137181225E-01",
        "11, 330, 441, 4.909821733034031E-01",
        "24, 720, 847, 4.977469243564466E-01",
        "120, 360, 380, 2.846083723522252E-01",
        "700, 720, 735, 8.383101591450269E-04",
        "5000, 18000, 18030, 7.080607266349416E-01"
    })
    void the_same_with_days_as_the_unit(int repeats, int last, int now, double expected) {
        assertThat(DAILY.pAlive(repeats, last, now)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void a_customer_active_on_one_day_only_is_alive_for_all_the_model_knows() {
        assertThat(DAILY.pAlive(0, 0, 10_000)).isEqualTo(1);
        assertThat(DAILY.ageBelow(0.5, 0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // one payment a month for a year, for two years; ten a month for a year, for two years
        "11, 330, 110",
        "24, 720, 127",
        "120, 360, 18",
        "240, 720, 19"
    })
    void silence_is_broken_cadence_after_about_four_rhythms_of_a_month_or_six_of_three_days(
            int repeats, int last, int silence) {
        assertThat(DAILY.ageBelow(0.5, repeats, last).orElseThrow() - last).isBetween(silence - 1, silence + 1);
    }

    @Test
    void forty_days_of_silence_are_no_alarm_in_a_customer_who_pays_once_a_month() {
        for (int months = 2; months <= 24; months++) {
            assertThat(DAILY.pAlive(months, months * 30, months * 30 + 40)).isGreaterThan(0.7);
        }
    }

    @Test
    void it_is_a_probability_and_falls_with_every_day_of_silence() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            int last = random.nextInt(20_000);
            int repeats = random.nextInt(last + 1);
            BgNbd model = random.nextBoolean() ? CDNOW : DAILY;
            double before = 1;
            for (int now = last; now < last + 30_000; now += 1 + random.nextInt(2_000)) {
                double alive = model.pAlive(repeats, last, now);
                assertThat(alive).isBetween(0.0, 1.0).isLessThanOrEqualTo(before);
                before = alive;
            }
        }
    }

    @Test
    void it_stays_a_number_however_much_and_long_a_customer_buys() {
        assertThat(DAILY.pAlive(Integer.MAX_VALUE - 1, 1_000_000, 2_000_000)).isZero();
        assertThat(DAILY.pAlive(1, 0, Integer.MAX_VALUE)).isBetween(0.0, 0.01);
        assertThat(DAILY.pAlive(Integer.MAX_VALUE - 1, 1_000_000, 1_000_000)).isBetween(0.99, 1.0);
    }

    @Test
    void the_date_of_crossing_is_the_first_on_which_the_probability_is_below() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            int last = random.nextInt(3_000);
            int repeats = 1 + random.nextInt(last + 1);
            double threshold = 0.01 + random.nextDouble() * 0.95;
            OptionalInt age = DAILY.ageBelow(threshold, repeats, last);
            age.ifPresent(below -> {
                assertThat(DAILY.pAlive(repeats, last, below)).isLessThan(threshold);
                assertThat(below == last || DAILY.pAlive(repeats, last, below - 1) >= threshold)
                        .isTrue();
            });
        }
    }

    @Test
    void parameters_are_above_zero() {
        assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1)).hasMessageContaining("above 0");
    }

    /**
     * Worked out with mpmath at 40 digits from equation (10) as the paper prints it. The first is the customer of the authors'
     * note, of whom 1.226 purchases are expected.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 30.43, 38.86, 39, 1.226028174767144",
        "0, 0, 38.86, 39, 0.1950980520112626",
        "10, 35, 39, 52, 7.680058306787849",
        "26, 31, 39, 10, 0.7915294609711739"
    })
    void what_is_expected_is_that_of_the_paper(int repeats, double last, double now, int ahead, double expected) {
        assertThat(CDNOW.expectedPurchases(ahead, repeats, last, now)).isCloseTo(expected, withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 330, 370, 30, 0.8165207250003075",
        "120, 360, 380, 365, 27.2341602503795",
        "700, 720, 735, 90, 0.06931791356178775",
        "5000, 18000, 18030, 365, 71.2989362516669",
        "0, 0, 0, 365, 17.71664566925813"
    })
    void the_same_for_daily_customers_of_many_years(int repeats, int last, int now, int ahead, double expected) {
        assertThat(DAILY.expectedPurchases(ahead, repeats, last, now)).isCloseTo(expected, withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 1.0000000001, 2, 5, 100, 110, 2.701046324814285",
        "0.8, 1, 2, 5, 100, 110, 2.701046324814285",
        "0.8, 1.4, 2, 5, 100, 110, 2.28207343216079",
        "0.5, 0.2, 0.3, 0, 0, 10, 1.641966049852274"
    })
    void no_value_of_the_parameters_is_an_exception(
            double r, double a, double b, int repeats, int last, int now, double expected) {
        assertThat(new BgNbd(r, 6, a, b).expectedPurchases(90, repeats, last, now))
                .isCloseTo(expected, withinPercentage(1e-7));
    }

    @Test
    void what_is_expected_is_a_number_never_below_zero_and_grows_with_the_time_looked_ahead() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            BgNbd model = new BgNbd(
                    0.05 + 3 * random.nextDouble(),
                    0.5 + 30 * random.nextDouble(),
                    0.05 + 3 * random.nextDouble(),
                    0.05 + 5 * random.nextDouble());
            int last = random.nextInt(20_000);
            int repeats = random.nextInt(last + 1);
            int now = last + random.nextInt(1_000);
            double before = 0;
            for (int ahead : new int[] {1, 30, 365, 3_650}) {
                double expected = model.expectedPurchases(ahead, repeats, last, now);
                assertThat(expected).isFinite().isGreaterThanOrEqualTo(before);
                assertThat(model.purchaseWithin(ahead, repeats, last, now))
                        .isBetween(0.0, Math.min(1, expected + 1e-9));
                before = expected;
            }
        }
    }
}
