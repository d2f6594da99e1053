package stratum.scoring.reference;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stratum.events.HoldingChanged;
import stratum.scoring.reference.DayBook.Column;

/** The features of one customer as of one date, each worked out from all facts by looking at every day it is about. */
final class Reckoning {

    /** The features that can be asked for. */
    static final List<String> NAMES = List.of(
            "balance",
            "avgBalance30d",
            "avgBalance90d",
            "avgBalanceLastMonth",
            "txnCount30d",
            "txnCount90d",
            "activeDays90d",
            "creditTurnover90d",
            "debitTurnover90d",
            "netFlow30d",
            "outflowToOtherBanks90d",
            "balanceChange90d",
            "daysSinceActivity",
            "productFamilies",
            "productCount",
            "tenureDays",
            "salaryMonths",
            "mainBank",
            "merchantLike",
            "digitalShare90d",
            "contribution12m",
            "satisfaction",
            "openComplaints",
            "referrals12m");

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
        if (!worked.containsKey(name)) {
            worked.put(name, workOut(name));
        }
        return Objects.requireNonNull(worked.get(name));
    }

    private Optional<BigInteger> workOut(String name) {
        return switch (name) {
            case "balance" -> Optional.of(history.endOfDayBalance(asOf));
            case "avgBalance30d" -> averageOver(30, history::endOfDayBalance);
            case "avgBalance90d" -> averageOver(90, history::endOfDayBalance);
            case "avgBalanceLastMonth" ->
                average(daysOf(YearMonth.from(asOf).minusMonths(1)), history::endOfDayBalance);
            case "txnCount30d" -> Optional.of(sum(30, Column.CUSTOMER_TRANSACTIONS));
            case "txnCount90d" -> Optional.of(sum(90, Column.CUSTOMER_TRANSACTIONS));
            case "activeDays90d" -> whole(activeDays(90));
            case "creditTurnover90d" -> Optional.of(sum(90, Column.CREDITED));
            case "debitTurnover90d" -> Optional.of(sum(90, Column.DEBITED));
            case "netFlow30d" -> Optional.of(sum(30, Column.CREDITED).subtract(sum(30, Column.DEBITED)));
            case "outflowToOtherBanks90d" -> Optional.of(sum(90, Column.SENT_TO_OTHER_BANKS));
            case "balanceChange90d" -> feature("avgBalance90d").map(this::balanceChange);
            case "daysSinceActivity" -> daysSince(history.lastSignOfLife());
            case "productFamilies" -> whole(families());
            case "productCount" -> whole(history.openHoldings().size());
            case "tenureDays" -> daysSince(history.relationshipStart());
            case "salaryMonths" -> whole(monthsWithIncome());
            case "mainBank" -> whole(isMainBank() ? 1 : 0);
            case "merchantLike" -> feature("avgBalance90d").map(this::merchantLike);
            case "digitalShare90d" -> digitalShare();
            case "contribution12m" -> contribution();
            case "satisfaction" -> history.satisfaction();
            case "openComplaints" -> Optional.of(history.complaintsOpen());
            case "referrals12m" -> Optional.of(sum(365, Column.REFERRALS));
            default -> throw new IllegalArgumentException("The reference knows no feature " + name);
        };
    }

    private Optional<BigInteger> averageOver(int width, Function<LocalDate, BigInteger> endOfDay) {
        return average(days(width), endOfDay);
    }

    /** Over those of the days that are in the relationship; unknown where none is. */
    private Optional<BigInteger> average(Stream<LocalDate> days, Function<LocalDate, BigInteger> endOfDay) {
        Optional<LocalDate> start = history.relationshipStart();
        List<BigInteger> balances = days.filter(day -> start.isPresent() && !day.isBefore(start.get()))
                .map(endOfDay)
                .toList();
        BigInteger sum = balances.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return balances.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Fraction.of(sum).over(Fraction.of(balances.size())).roundedHalfUp());
    }

    private long activeDays(int width) {
        return days(width)
                .filter(day -> history.dayBook(day).any(Column.CUSTOMER_TRANSACTIONS))
                .count();
    }

    private BigInteger balanceChange(BigInteger average) {
        return average.signum() == 0
                ? BigInteger.ZERO
                : millionths(Fraction.of(history.endOfDayBalance(asOf))
                        .over(Fraction.of(average))
                        .minus(Fraction.of(1)));
    }

    /** Much paid in, often, and little kept. */
    private BigInteger merchantLike(BigInteger average) {
        boolean much = sum(90, Column.CREDITED).compareTo(average.multiply(BigInteger.valueOf(5))) >= 0;
        boolean often = sum(90, Column.NUMBER_OF_CREDITS).intValueExact() >= 60;
        return much && often ? BigInteger.ONE : BigInteger.ZERO;
    }

    /** Unknown without transactions or contacts. A reversal through another channel must not make it more than all. */
    private Optional<BigInteger> digitalShare() {
        BigInteger all = sum(90, Column.CUSTOMER_TRANSACTIONS).add(sum(90, Column.CUSTOMER_CONTACTS));
        BigInteger digital = sum(90, Column.DIGITAL).min(all);
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(millionths(Fraction.of(digital).over(Fraction.of(all))));
    }

    private static BigInteger millionths(Fraction ratio) {
        return ratio.times(Fraction.of(1_000_000)).roundedHalfUp();
    }

    private Optional<BigInteger> contribution() {
        return averageOver(365, history::endOfDayBalance).map(balance -> {
            BigInteger debt = averageOver(365, history::endOfDayDebt).orElseThrow();
            Fraction onBalance = Fraction.of(history.bank().depositMargin()).times(Fraction.of(balance));
            Fraction onDebt = Fraction.of(history.bank().loanMargin()).times(Fraction.of(debt));
            return Fraction.of(sum(365, Column.CHARGED))
                    .plus(onBalance)
                    .plus(onDebt)
                    .roundedHalfUp();
        });
    }

    private long families() {
        return history.openHoldings().stream()
                .map(HoldingChanged::getFamily)
                .distinct()
                .count();
    }

    private BigInteger sum(int width, Column column) {
        return sum(days(width), column);
    }

    private BigInteger sum(Stream<LocalDate> days, Column column) {
        return days.map(day -> history.dayBook(day).sum(column)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The last three calendar months that are over: a month that ends on the date itself is not over before it. */
    private long monthsWithIncome() {
        return lastMonths(3)
                .filter(month ->
                        daysOf(month).anyMatch(day -> history.dayBook(day).any(Column.INCOMES)))
                .count();
    }

    private boolean isMainBank() {
        return monthsWithIncome() == 3
                || lastMonths(2)
                        .allMatch(month ->
                                sum(daysOf(month), Column.STANDING_ORDERS).intValueExact() >= 3);
    }

    private Stream<YearMonth> lastMonths(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(back -> YearMonth.from(asOf).minusMonths(back));
    }

    private static Stream<LocalDate> daysOf(YearMonth month) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1));
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
