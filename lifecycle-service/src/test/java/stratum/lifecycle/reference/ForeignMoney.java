package stratum.lifecycle.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.events.FxRateSet;
import stratum.events.Money;

/** Money of other countries in tests: euros and yen at rates that change, and dollars that nobody says the rate of. */
public final class ForeignMoney {

    /** The rates as the bank publishes them. */
    public static final List<FxRateSet> RATES = List.of(
            rate("EUR", "1990-01-01", "24.125"),
            rate("EUR", "2022-09-01", "25.0375"),
            rate("EUR", "2023-06-15", "23.7"),
            rate("JPY", "1990-01-01", "0.1605"),
            rate("JPY", "2023-02-01", "0.1533"));

    static final List<String> CURRENCIES = List.of("EUR", "JPY", "USD");

    private ForeignMoney() {}

    private static FxRateSet rate(String currency, String from, String rate) {
        return new FxRateSet(currency, LocalDate.parse(from), new BigDecimal(rate).setScale(10));
    }

    /** Minor units of the base currency on a date; none where no rate was ever said. A euro has cents, a yen has none. */
    static @Nullable Long inBase(Money money, LocalDate date) {
        BigDecimal hellers = BigDecimal.valueOf(money.getAmountMinor());
        return switch (money.getCurrency()) {
            case Facts.CURRENCY -> money.getAmountMinor();
            case "EUR" -> rounded(hellers.multiply(new BigDecimal(euro(date))));
            case "JPY" -> rounded(hellers.multiply(new BigDecimal("100")).multiply(new BigDecimal(yen(date))));
            default -> null;
        };
    }

    private static String euro(LocalDate date) {
        if (date.isBefore(LocalDate.of(2022, 9, 1))) {
            return "24.125";
        }
        return date.isBefore(LocalDate.of(2023, 6, 15)) ? "25.0375" : "23.7";
    }

    private static String yen(LocalDate date) {
        return date.isBefore(LocalDate.of(2023, 2, 1)) ? "0.1605" : "0.1533";
    }

    private static long rounded(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
