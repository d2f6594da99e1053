package stratum.scoring.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FractionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 1",
        "3, 2, 2",
        "-1, 2, 0",
        "-3, 2, -1",
        "1, -2, 0",
        "2, 3, 1",
        "1, 3, 0",
        "0.25, 0.5, 1",
        "7, 1, 7"
    })
    void a_half_is_rounded_up(BigDecimal dividend, BigDecimal divisor, long rounded) {
        assertThat(Fraction.of(dividend).over(Fraction.of(divisor)).roundedHalfUp())
                .isEqualTo(rounded);
    }
}
