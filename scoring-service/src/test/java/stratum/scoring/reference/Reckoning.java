package stratum.scoring.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stratum.events.HoldingChanged;

/** The features of one customer as of one date, each worked out from all facts by looking at every day it is about. */
final class Reckoning {

    /** The features that can be asked for. */
    static final List<String> NAMES = List.of(
            "balance",
            "avgBalance30d",
            "avgBalance90d",
            "txnCount30d",
            "txnCount90d",
            "activeDays90d",
            "productCount",
            "productFamilies",
            "tenureDays",
            "creditTurnover90d",
            "debitTurnover90d",
            "netFlow30d",
            "salaryMonths",
            "daysSinceActivity");

    private final History history;
    private final LocalDate asOf;
    private final Map<String, Optional<BigInteger>> worked = new HashMap<>();

    Reckoning(History history, LocalDate asOf) {
        this.history = history.until(asOf);
        this.asOf = asOf;
    }

    boolean isRelationship() {
        return history.relationshipStart().isPresent();
    }

    Map<String, Long> features() {
        Map<String, Long> features = new TreeMap<>();
        for (String name : NAMES) {
            feature(name).ifPresent(value -> features.put(name, value.longValueExact()));
        }
        return features;
    }

    /** The value of a feature by its name; empty where it is unknown. */
    Optional<BigInteger> feature(String name) {
        return worked.computeIfAbsent(name, this::workOut);
    }

    private Optional<BigInteger> workOut(String name) {
        return switch (name) {
            case "balance" -> Optional.of(history.endOfDayBalance(asOf));
            case "avgBalance30d" -> averageBalance(30);
            case "avgBalance90d" -> averageBalance(90);
            case "txnCount30d" -> whole(transactions(30));
            case "txnCount90d" -> whole(transactions(90));
            case "activeDays90d" -> whole(activeDays(90));
            case "productCount" -> whole(history.openHoldings().size());
            case "productFamilies" -> whole(families());
            case "tenureDays" -> daysSince(history.relationshipStart());
            case "creditTurnover90d" -> Optional.of(sum(90, DayBook::credits));
            case "debitTurnover90d" -> Optional.of(sum(90, DayBook::debits));
            case "netFlow30d" -> Optional.of(sum(30, DayBook::credits).subtract(sum(30, DayBook::debits)));
            case "salaryMonths" -> whole(monthsWithIncome());
            case "daysSinceActivity" -> daysSince(history.lastSignOfLife());
            default -> throw new IllegalArgumentException("The reference knows no feature " + name);
        };
    }

    private Optional<BigInteger> averageBalance(int width) {
        return history.relationshipStart().map(start -> averageBalance(width, start));
    }

    private BigInteger averageBalance(int width, LocalDate start) {
        List<BigInteger> balances = days(width)
                .filter(day -> !day.isBefore(start))
                .map(history::endOfDayBalance)
                .toList();
        BigInteger sum = balances.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(sum)
                .divide(BigDecimal.valueOf(balances.size()), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    private long transactions(int width) {
        return days(width)
                .mapToLong(day -> history.dayBook(day).customerTransactions())
                .sum();
    }

    private long activeDays(int width) {
        return days(width).filter(day -> history.dayBook(day).active()).count();
    }

    private long families() {
        return history.openHoldings().stream()
                .map(HoldingChanged::getFamily)
                .distinct()
                .count();
    }

    private BigInteger sum(int width, Function<DayBook, BigInteger> figure) {
        return days(width).map(history::dayBook).map(figure).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The last three calendar months that are over: a month that ends on the date itself is not over before it. */
    private long monthsWithIncome() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(back -> YearMonth.from(asOf).minusMonths(back))
                .filter(this::hasIncome)
                .count();
    }

    private boolean hasIncome(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .anyMatch(day -> history.dayBook(day).income());
    }

    private Optional<BigInteger> daysSince(Optional<LocalDate> date) {
        return date.map(since -> BigInteger.valueOf(ChronoUnit.DAYS.between(since, asOf)));
    }

    /** So many calendar days, the last being the as-of date. */
    private Stream<LocalDate> days(int width) {
        return asOf.minusDays(width - 1L).datesUntil(asOf.plusDays(1));
    }

    private static Optional<BigInteger> whole(long value) {
        return Optional.of(BigInteger.valueOf(value));
    }
}
