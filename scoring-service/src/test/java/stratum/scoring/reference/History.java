package stratum.scoring.reference;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
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
    private final TreeMap<LocalDate, BigInteger> assets;
    private final TreeMap<LocalDate, BigInteger> debts;

    /** The balance of an account as one fact says it. */
    private record Statement(String account, LocalDate date, Instant at, BigInteger balance) {

        /** Of two balances of one moment the lower is the later. */
        static final Comparator<Statement> IN_ORDER = Comparator.comparing(Statement::at)
                .thenComparing(Comparator.comparing(Statement::balance).reversed());
    }

    History(List<Fact> facts, List<Fact> tooLate, Bank bank) {
        this.facts = facts;
        this.tooLate = tooLate;
        this.bank = bank;
        this.openHoldings = stillOpen();
        this.assets = balances(family -> !LIABILITIES.contains(family));
        this.debts = balances(LIABILITIES::contains);
        writeDayBooks();
    }

    Bank bank() {
        return bank;
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
                .collect(groupingBy(fact -> fact.bookedOn(bank)))
                .forEach((date, booked) -> dayBooks.put(date, new DayBook(booked, bank)));
    }

    Optional<LocalDate> lastSignOfLife() {
        return dayBooks.entrySet().stream()
                .filter(day -> day.getValue().signOfLife())
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo);
    }

    /** Complaints opened less resolved, however late they came. */
    BigInteger complaintsOpen() {
        long open = Stream.concat(facts.stream(), tooLate.stream())
                .map(Fact::body)
                .filter(InteractionRecorded.class::isInstance)
                .map(InteractionRecorded.class::cast)
                .mapToLong(contact -> switch (contact.getKind()) {
                    case COMPLAINT_OPENED -> 1;
                    case COMPLAINT_RESOLVED -> -1;
                    default -> 0;
                })
                .sum();
        return BigInteger.valueOf(Math.max(0, open));
    }

    /** The latest answer to a survey; of two of one moment the lower. */
    Optional<BigInteger> satisfaction() {
        return facts.stream()
                .map(Fact::body)
                .filter(InteractionRecorded.class::isInstance)
                .map(InteractionRecorded.class::cast)
                .filter(contact -> contact.getKind() == InteractionKind.SURVEY_ANSWERED && contact.getScore() != null)
                .max(Comparator.comparing(InteractionRecorded::getOccurredAt)
                        .thenComparing(Comparator.comparing(InteractionRecorded::getScore)
                                .reversed()))
                .map(answer -> BigInteger.valueOf(answer.getScore()));
    }

    /** The balance after the last word of the date, carried forward; 0 before the first. */
    BigInteger endOfDayBalance(LocalDate date) {
        return on(date, assets);
    }

    /** What was owed after the last word of the date, in the same way. */
    BigInteger endOfDayDebt(LocalDate date) {
        return on(date, debts);
    }

    private static BigInteger on(LocalDate date, TreeMap<LocalDate, BigInteger> balances) {
        Map.Entry<LocalDate, BigInteger> latest = balances.floorEntry(date);
        return latest == null ? BigInteger.ZERO : latest.getValue();
    }

    private TreeMap<LocalDate, BigInteger> balances(Predicate<ProductFamily> side) {
        TreeMap<LocalDate, BigInteger> balances = new TreeMap<>();
        Map<String, BigInteger> accounts = new HashMap<>();
        facts.stream()
                .flatMap(fact -> statement(fact, side).stream())
                .sorted(Statement.IN_ORDER)
                .forEach(statement -> {
                    accounts.put(statement.account(), statement.balance());
                    balances.put(statement.date(), sumAboveZero(accounts.values()));
                });
        return balances;
    }

    private static BigInteger sumAboveZero(Collection<BigInteger> balances) {
        return balances.stream().map(BigInteger.ZERO::max).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Optional<Statement> statement(Fact fact, Predicate<ProductFamily> side) {
        if (fact.body() instanceof TransactionPosted transaction && side.test(transaction.getProductFamily())) {
            return value(transaction.getBalanceAfter(), fact.date())
                    .map(value -> new Statement(transaction.getAccountId(), fact.date(), fact.occurredAt(), value));
        }
        if (fact.body() instanceof HoldingChanged holding && side.test(holding.getFamily())) {
            return (holding.getStatus() == HoldingStatus.CLOSED
                            ? Optional.of(BigInteger.ZERO)
                            : value(holding.getValue(), fact.date()))
                    .map(value -> new Statement(holding.getAccountId(), fact.date(), fact.occurredAt(), value));
        }
        return Optional.empty();
    }

    private Optional<BigInteger> value(@Nullable Money money, LocalDate date) {
        return money == null ? Optional.empty() : bank.inBase(money, date);
    }

    /** The last that was said of each holding that is open after all of these facts. */
    List<HoldingChanged> openHoldings() {
        return openHoldings;
    }

    /** Of two words of one moment CLOSED is the last, and else the family named later in the catalogue. */
    private List<HoldingChanged> stillOpen() {
        Map<String, HoldingChanged> latest = new HashMap<>();
        facts.stream()
                .map(Fact::body)
                .filter(HoldingChanged.class::isInstance)
                .map(HoldingChanged.class::cast)
                .sorted(Comparator.comparing(HoldingChanged::getOccurredAt)
                        .thenComparing(holding -> holding.getStatus() == HoldingStatus.CLOSED)
                        .thenComparing(HoldingChanged::getFamily))
                .forEach(holding ->
                        latest.put(holding.getAccountId() + LIABILITIES.contains(holding.getFamily()), holding));
        return latest.values().stream()
                .filter(holding -> holding.getStatus() != HoldingStatus.CLOSED)
                .toList();
    }
}
