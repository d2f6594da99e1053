package stratum.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign money in minor units of the base currency. */
final class RatesTest {

    private static final LocalDate FIFTH = LocalDate.parse("2024-01-05");
    private static final Rates RATES = Rates.to("CZK")
            .set("EUR", FIFTH.plusDays(5), new BigDecimal("26"))
            .set("EUR", FIFTH, new BigDecimal("24"))
            .set("EUR", FIFTH, new BigDecimal("25.0000"))
            .set("JPY", FIFTH, new BigDecimal("0.1605"))
            .set("KWD", FIFTH, new BigDecimal("75.3"))
            .set("XAU", FIFTH, new BigDecimal("60000"))
            .set("QQQ", FIFTH, new BigDecimal("1"))
            .done();

    @ParameterizedTest
    @CsvSource({
        "CZK, 2024-01-01, 81, 81",
        "EUR, 2024-01-04, 81, ", // no rate yet
        "EUR, 2024-01-05, 81, 2025", // of two rates from one date the one set last
        "EUR, 2024-01-09, 81, 2025",
        "EUR, 2024-01-10, 81, 2106",
        "JPY, 2024-01-05, 100, 1605", // yen have no minor unit
        "JPY, 2024-01-05, 10, 161", // 160.5
        "KWD, 2024-01-05, 1500, 11295", // dinars have thousandths
        "USD, 2024-01-05, 100, ", // never a rate
        "XAU, 2024-01-05, 100, ", // gold has no minor unit to speak of
        "QQQ, 2024-01-05, 100, " // no currency
    })
    void an_amount_counts_at_the_latest_rate_of_its_date(
            String currency, LocalDate date, long amount, @Nullable Long inBase) {
        assertThat(RATES.toBase(amount, currency, date)).isEqualTo(inBase);
    }

    @Test
    void what_no_bank_moves_is_refused() {
        Rates absurd =
                Rates.to("CZK").set("EUR", FIFTH, new BigDecimal("1000000")).done();

        assertThatThrownBy(() -> absurd.toBase(1_000_000_000_000L, "EUR", FIFTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At a rate of 1000000, 10000000000.00 comes to 1000000000000000000 minor units of CZK,"
                        + " and a bank moves 1000000000000000");
        assertThatThrownBy(() -> Rates.to("CZK").set("EUR", FIFTH, BigDecimal.ZERO))
                .hasMessage("The rate of EUR from 2024-01-05 is 0, and a rate is above 0");
    }
}
