package stratum.scoring.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import stratum.events.FxRateSet;
import stratum.events.Money;

/**
 * The bank's calendar, its money, and what it earns.
 *
 * @param rates exchange rates to the base currency; of two from one date the later in the list counts
 * @param depositMargin a year's earnings as a share of the average balance
 * @param loanMargin the same of the average debt
 */
public record Bank(
        ZoneId zone, String baseCurrency, List<FxRateSet> rates, BigDecimal depositMargin, BigDecimal loanMargin) {

    public Bank {
        rates = List.copyOf(rates);
    }

    /** A bank that knows no foreign money and earns nothing but fees. */
    public static Bank of(ZoneId zone, String baseCurrency) {
        return new Bank(zone, baseCurrency, List.of(), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The moment at which the clock ticks for a business date. */
    Instant lastMillisecondOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** Minor units of the base currency; unknown for foreign money of which no rate holds on the date. */
    Optional<BigInteger> inBase(Money money, LocalDate date) {
        BigInteger amount = BigInteger.valueOf(money.getAmountMinor());
        if (money.getCurrency().equals(baseCurrency)) {
            return Optional.of(amount);
        }
        return rates.stream()
                .filter(rate -> rate.getCurrency().equals(money.getCurrency()))
                .filter(rate -> !rate.getDate().isAfter(date))
                .sorted(Comparator.comparing(FxRateSet::getDate))
                .reduce((earlier, later) -> later)
                .map(rate -> Fraction.of(amount)
                        .over(unitsIn(money.getCurrency()))
                        .times(Fraction.of(rate.getRate()))
                        .times(unitsIn(baseCurrency))
                        .roundedHalfUp());
    }

    private static Fraction unitsIn(String currency) {
        return Fraction.of(BigInteger.TEN.pow(Currency.getInstance(currency).getDefaultFractionDigits()));
    }
}
