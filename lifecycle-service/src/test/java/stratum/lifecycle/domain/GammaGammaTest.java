package stratum.lifecycle.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model of what a purchase is worth. */
final class GammaGammaTest {

    /** Fitted by the authors to CDNOW; dollars. */
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    /** By p (v + x m) / (p x + q - 1), as the authors' note prints it. */
    @ParameterizedTest
    @CsvSource({"2, 22.35, 24.663714", "7, 73.74, 71.469671", "1, 11.77, 18.916852"})
    void the_mean_of_a_customer_is_drawn_to_that_of_all(int purchases, double mean, double expected) {
        double asPrinted = 6.25 * (15.44 + purchases * mean) / (6.25 * purchases + 3.74 - 1);

        assertThat(CDNOW.expectedValue(purchases, mean)).isCloseTo(asPrinted, within(1e-9));
        assertThat(asPrinted).isCloseTo(expected, within(1e-6));
    }

    @Test
    void of_one_who_never_bought_the_mean_of_all_is_expected() {
        assertThat(CDNOW.expectedValue(0, 0)).isCloseTo(6.25 * 15.44 / 2.74, within(1e-9));
    }

    @Test
    void very_many_purchases_speak_for_themselves() {
        assertThat(CDNOW.expectedValue(1_000_000_000, 20)).isCloseTo(20, within(1e-6));
    }

    @Test
    void there_is_a_mean_only_with_q_above_1() {
        assertThatThrownBy(() -> new GammaGamma(1, 1, 1)).hasMessageContaining("q above 1");
    }
}
