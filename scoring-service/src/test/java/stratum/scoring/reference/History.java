package stratum.scoring.reference;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.TransactionPosted;

/** What is known of one customer, each fact once, and what it comes to day by day. */
final class History {

    private static final Set<ProductFamily> LIABILITIES = EnumSet.of(ProductFamily.LOAN, ProductFamily.MORTGAGE);

    private final List<Fact> facts;
    private final List<Fact> tooLate;
    private final Bank bank;
    private final List<HoldingChanged> openHoldings;
    private final Map<LocalDate, DayBook> dayBooks = new HashMap<>();
    private final TreeMap<LocalDate, BigInteger> balances = new TreeMap<>();

    History(List<Fact> facts, List<Fact> tooLate, Bank bank) {
        this.facts = facts.stream().sorted(Fact.WORKING_ORDER).toList();
        this.tooLate = tooLate;
        this.bank = bank;
        this.openHoldings = stillOpen();
        writeDayBooks();
        walkThroughBalances();
    }

    /** Without what is dated after the date. */
    History until(LocalDate date) {
        List<Fact> past =
                facts.stream().filter(fact -> !fact.date().isAfter(date)).toList();
        return past.size() == facts.size() ? this : new History(past, tooLate, bank);
    }

    /** The date of the first holding opened or the first transaction; those that came too late count here, and only here. */
    Optional<LocalDate> relationshipStart() {
        return Stream.concat(facts.stream(), tooLate.stream())
                .filter(History::startsARelationship)
                .map(Fact::date)
                .min(LocalDate::compareTo);
    }

    private static boolean startsARelationship(Fact fact) {
        return fact.body() instanceof TransactionPosted
                || (fact.body() instanceof HoldingChanged holding && holding.getStatus() == HoldingStatus.OPENED);
    }

    DayBook dayBook(LocalDate date) {
        return dayBooks.getOrDefault(date, DayBook.EMPTY);
    }

    private void writeDayBooks() {
        facts.stream()
                .collect(groupingBy(this::bookedOn))
                .forEach((date, booked) -> dayBooks.put(date, new DayBook(booked, bank)));
    }

    /** A reversal is booked on the day of what it takes back, anything else on its own. */
    private LocalDate bookedOn(Fact fact) {
        return fact.body() instanceof TransactionPosted transaction && transaction.getReverses() != null
                ? bank.dateOf(transaction.getReverses().getOccurredAt())
                : fact.date();
    }

    Optional<LocalDate> lastSignOfLife() {
        return dayBooks.entrySet().stream()
                .filter(day -> day.getValue().signOfLife())
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo);
    }

    /** The balance after the last word of the date, carried forward; 0 before the first. */
    BigInteger endOfDayBalance(LocalDate date) {
        Map.Entry<LocalDate, BigInteger> latest = balances.floorEntry(date);
        return latest == null ? BigInteger.ZERO : latest.getValue();
    }

    private void walkThroughBalances() {
        Map<String, BigInteger> accounts = new HashMap<>();
        for (Fact fact : facts) {
            balanceSaidBy(fact).ifPresent(balance -> {
                accounts.put(accountOf(fact), balance);
                balances.put(fact.date(), sumAboveZero(accounts.values()));
            });
        }
    }

    private static BigInteger sumAboveZero(Collection<BigInteger> balances) {
        return balances.stream().map(BigInteger.ZERO::max).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Optional<BigInteger> balanceSaidBy(Fact fact) {
        if (fact.body() instanceof TransactionPosted transaction) {
            return assetValue(transaction.getProductFamily(), transaction.getBalanceAfter());
        }
        if (fact.body() instanceof HoldingChanged holding) {
            return holding.getStatus() == HoldingStatus.CLOSED && !LIABILITIES.contains(holding.getFamily())
                    ? Optional.of(BigInteger.ZERO)
                    : assetValue(holding.getFamily(), holding.getValue());
        }
        return Optional.empty();
    }

    private Optional<BigInteger> assetValue(ProductFamily family, @Nullable Money money) {
        return money == null || LIABILITIES.contains(family) ? Optional.empty() : bank.inBase(money);
    }

    /** The last that was said of each holding that is open after all of these facts. */
    List<HoldingChanged> openHoldings() {
        return openHoldings;
    }

    private List<HoldingChanged> stillOpen() {
        Map<String, HoldingChanged> latest = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.body() instanceof HoldingChanged holding) {
                latest.put(holding.getAccountId(), holding);
            }
        }
        return latest.values().stream()
                .filter(holding -> holding.getStatus() != HoldingStatus.CLOSED)
                .toList();
    }

    private static String accountOf(Fact fact) {
        return fact.body() instanceof TransactionPosted transaction
                ? transaction.getAccountId()
                : ((HoldingChanged) fact.body()).getAccountId();
    }
}
