package stratum.schemas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates to a base currency, by the business date from which each holds.
 */
public final class Rates {

    private final String base;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency;

    private Rates(String base, Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency) {
        this.base = base;
        this.byCurrency = byCurrency;
    }

    /** Rates to a base currency (ISO 4217), to be set one by one. */
    public static Setting to(String base) {
        return new Setting(base);
    }

    /** Takes down rates, and is used up when they are done. */
    public static final class Setting {

        private final String base;
        private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency = new TreeMap<>();

        private Setting(String base) {
            this.base = base;
        }

        /**
         * One more rate; the last one said for a date counts.
         *
         * @param currency the foreign currency, ISO 4217
         * @param from the business date from which it holds
         * @param rate major units of the base currency for one major unit of the foreign one
         * @throws IllegalArgumentException with a sentence where it is not above 0
         */
        public Setting set(String currency, LocalDate from, BigDecimal rate) {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException(
                        "The rate of %s from %s is %s, and a rate is above 0".formatted(currency, from, rate));
            }
            byCurrency.computeIfAbsent(currency, none -> new TreeMap<>()).put(from, rate);
            return this;
        }

        public Rates done() {
            return new Rates(base, byCurrency);
        }
    }

    /**
     * An amount in minor units of the base currency, by the latest rate up to a business date, rounded half up.
     *
     * @param minor minor units of the currency
     * @return none where there is no such rate, or no such currency
     * @throws IllegalArgumentException with a sentence where it comes to more than a bank moves
     */
    public @Nullable Long toBase(long minor, String currency, LocalDate date) {
        if (currency.equals(base)) {
            return minor;
        }
        NavigableMap<LocalDate, BigDecimal> dated = byCurrency.get(currency);
        Map.Entry<LocalDate, BigDecimal> rate = dated == null ? null : dated.floorEntry(date);
        int decimals = decimals(currency);
        return rate == null || decimals < 0 ? null : converted(BigDecimal.valueOf(minor, decimals), rate.getValue());
    }

    private Long converted(BigDecimal major, BigDecimal rate) {
        BigDecimal minor = major.multiply(rate).movePointRight(Math.max(0, decimals(base)));
        BigDecimal rounded = minor.setScale(0, RoundingMode.HALF_UP);
        if (rounded.abs().compareTo(BigDecimal.valueOf(FactRules.LARGEST_AMOUNT)) > 0) {
            throw new IllegalArgumentException("At a rate of %s, %s comes to %s minor units of %s, and a bank moves %d"
                    .formatted(rate, major, rounded, base, FactRules.LARGEST_AMOUNT));
        }
        return rounded.longValueExact();
    }

    /** Decimals of a currency's minor unit; below 0 where it has none or is no currency. */
    private static int decimals(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }
}
