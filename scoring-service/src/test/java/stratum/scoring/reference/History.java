package stratum.scoring.reference;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.TransactionPosted;

/**
 * What is known of one customer, each fact once. It never changes, which is why a day that has been worked out once need
 * not be worked out again.
 */
final class History {

    private static final Set<ProductFamily> LIABILITIES = EnumSet.of(ProductFamily.LOAN, ProductFamily.MORTGAGE);

    private final List<Fact> facts;
    private final List<Fact> tooLate;
    private final Bank bank;
    private final Map<LocalDate, DayBook> dayBooks = new HashMap<>();
    private final Map<LocalDate, BigInteger> balances = new HashMap<>();

    History(List<Fact> facts, List<Fact> tooLate, Bank bank) {
        this.facts = facts;
        this.tooLate = tooLate;
        this.bank = bank;
    }

    /** Without what is dated after the date. */
    History until(LocalDate date) {
        List<Fact> past = factsUntil(date).toList();
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
        return dayBooks.computeIfAbsent(date, day -> new DayBook(day, facts, bank));
    }

    Optional<LocalDate> lastSignOfLife() {
        return facts.stream()
                .map(Fact::date)
                .distinct()
                .filter(date -> dayBook(date).signOfLife())
                .max(LocalDate::compareTo);
    }

    BigInteger endOfDayBalance(LocalDate date) {
        return balances.computeIfAbsent(date, this::sumOfAccounts);
    }

    private BigInteger sumOfAccounts(LocalDate date) {
        Map<String, Fact> latest = new HashMap<>();
        factsUntil(date).filter(fact -> balanceSaidBy(fact).isPresent()).forEach(fact -> keepLatest(latest, fact));
        return latest.values().stream()
                .map(fact -> balanceSaidBy(fact).orElseThrow().max(BigInteger.ZERO))
                .reduce(BigInteger.ZERO, BigInteger::add);
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
    Collection<HoldingChanged> openHoldings() {
        Map<String, Fact> latest = new HashMap<>();
        facts.stream().filter(fact -> fact.body() instanceof HoldingChanged).forEach(fact -> keepLatest(latest, fact));
        return latest.values().stream()
                .map(fact -> (HoldingChanged) fact.body())
                .filter(holding -> holding.getStatus() != HoldingStatus.CLOSED)
                .toList();
    }

    private Stream<Fact> factsUntil(LocalDate date) {
        return facts.stream().filter(fact -> !fact.date().isAfter(date));
    }

    private static void keepLatest(Map<String, Fact> latest, Fact fact) {
        latest.merge(accountOf(fact), fact, (a, b) -> Fact.WORKING_ORDER.compare(a, b) > 0 ? a : b);
    }

    private static String accountOf(Fact fact) {
        return fact.body() instanceof TransactionPosted transaction
                ? transaction.getAccountId()
                : ((HoldingChanged) fact.body()).getAccountId();
    }
}
