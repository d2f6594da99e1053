package stratum.console.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import stratum.console.domain.Distribution;
import stratum.console.domain.Words;

/** How numbers, dates, money and codes are written for one reader. The pages call it {@code f}. */
public final class Formats {

    /** Features that are amounts in minor units of the base currency; the others are counts and ratios. */
    private static final Set<String> AMOUNTS = Set.of(
            "balance",
            "avgBalance30d",
            "avgBalance90d",
            "avgBalanceLastMonth",
            "creditTurnover90d",
            "debitTurnover90d",
            "netFlow30d",
            "outflowToOtherBanks90d",
            "contribution12m");

    private static final List<String> TIERS = List.of("PRIVATE", "VIP", "CORE", "MASS");

    private static final List<String> STAGES =
            List.of("PROSPECT", "ACQUISITION", "GROWTH", "MATURITY", "AT_RISK", "CHURNED");

    private static final String NONE = "–";

    private final Locale locale;
    private final ZoneId zone;
    private final String baseCurrency;
    private final MessageSource messages;

    Formats(Locale locale, ZoneId zone, String baseCurrency, MessageSource messages) {
        this.locale = locale;
        this.zone = zone;
        this.baseCurrency = baseCurrency;
        this.messages = messages;
    }

    public String count(Number count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** Records a second: whole ones from 10 on, a tenth below. */
    public String rate(double perSecond) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(perSecond > 0 && perSecond < 10 ? 1 : 0);
        return format.format(perSecond);
    }

    public String decimal(Number value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** A share of 0 to 100. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share > 0 && share < 10 ? 1 : 0);
        return format.format(share / 100);
    }

    public String bytes(long bytes) {
        if (bytes < 0) {
            return NONE;
        }
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = Math.min(units.length - 1, Math.max(0, (63 - Long.numberOfLeadingZeros(Math.max(1, bytes))) / 10));
        return rate(bytes / Math.pow(1024, unit)) + "\u00a0" + units[unit];
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? NONE : style(locale).format(date);
    }

    /** The business date of a moment, in the bank's zone. */
    public String day(@Nullable Instant moment) {
        return moment == null ? NONE : date(LocalDate.ofInstant(moment, zone));
    }

    /** A moment of the console's own day. */
    public String clock(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone).format(moment);
    }

    public String money(long amountMinor, String currency) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        BigDecimal amount = BigDecimal.valueOf(amountMinor, unit.getDefaultFractionDigits());
        int digits = amount.stripTrailingZeros().scale() <= 0 ? 0 : amount.scale();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }

    /** The value of a feature, as money where it is money. */
    public String feature(String name, Object value) {
        if (value instanceof Number number) {
            return AMOUNTS.contains(name) ? money(number.longValue(), baseCurrency) : decimal(number);
        }
        return code("flag", String.valueOf(value));
    }

    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return NONE;
        }
        long seconds = duration.toSeconds();
        return seconds < 120
                ? say("duration.seconds", count(seconds))
                : say("duration.minutes", count(Math.round(seconds / 60.0)));
    }

    /** The word for a code, for example a tier; a code that has no word stands for itself. */
    public String code(String family, @Nullable String code) {
        return code == null ? NONE : say(family + "." + code, readable(code));
    }

    /** What gave the occasion for a decision. */
    public String occasion(String name) {
        return code("occasion", name);
    }

    /** Tiers as a pyramid, the highest first; a policy may have others. */
    public List<String> tiers(Distribution distribution) {
        return distribution.inOrder(TIERS);
    }

    /** Stages in the order of a customer's life. */
    public List<String> stages(Distribution distribution) {
        return distribution.inOrder(STAGES);
    }

    public String words(Words words) {
        return words.in(locale);
    }

    private String say(String key, String otherwise) {
        Object[] arguments = {otherwise};
        String said = messages.getMessage(key, arguments, otherwise, locale);
        return said == null ? otherwise : said;
    }

    private static String readable(String code) {
        String spaced = code.replace('_', ' ').replace('-', ' ');
        return code.equals(code.toUpperCase(Locale.ROOT)) && code.length() > 3
                ? spaced.charAt(0) + spaced.substring(1).toLowerCase(Locale.ROOT)
                : spaced;
    }

    private static DateTimeFormatter style(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }
}
