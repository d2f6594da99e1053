package stratum.scoring.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The customer's facts, condensed to what features need. Booking does not depend on the order in which facts come, and
 * keeps of the days only those that a window ending today or later can see.
 *
 * @param start epoch day on which the relationship began; {@link #NOT_BEGUN} before
 * @param accounts by id
 * @param counts by day, days without any left out
 */
public record Ledger(int start, List<Account> accounts, List<DayCount> counts) {

    static final int NOT_BEGUN = Integer.MAX_VALUE;

    /** The longest window, in days. */
    static final int WINDOW = 90;

    /** Facts older than this count in lifetime totals only. */
    private static final int LATEST_DAYS = 400;

    public Ledger {
        accounts = List.copyOf(accounts);
        counts = List.copyOf(counts);
    }

    /** A customer of whom nothing is known. */
    public static Ledger empty() {
        return new Ledger(NOT_BEGUN, List.of(), List.of());
    }

    /** Whether the customer has opened a holding or made a transaction. */
    public boolean hasBegun() {
        return start != NOT_BEGUN;
    }

    /** With one more fact, seen on a date. */
    public Ledger book(Fact fact, LocalDate asOf) {
        int today = (int) asOf.toEpochDay();
        Ledger begun = begin(fact);
        boolean booksOnItsDay = today - day(fact.when().date()) <= LATEST_DAYS;
        return booksOnItsDay ? begun.bookOnItsDay(fact, today).trimmed(today) : begun;
    }

    private Ledger begin(Fact fact) {
        boolean begins = !(fact instanceof Fact.Holding holding) || holding.change() == Fact.Change.OPENED;
        int day = day(fact.when().date());
        return begins && day < start ? new Ledger(day, accounts, counts) : this;
    }

    private Ledger bookOnItsDay(Fact fact, int today) {
        if (fact instanceof Fact.Transaction transaction) {
            return count(transaction, today).balance(transaction);
        }
        return hold((Fact.Holding) fact);
    }

    private Ledger count(Fact.Transaction transaction, int today) {
        if (!transaction.byCustomer()) {
            return this;
        }
        LocalDate reversed = transaction.reversed();
        return reversed == null ? counted(day(transaction.when().date()), 1, today) : counted(day(reversed), -1, today);
    }

    private Ledger counted(int day, int by, int today) {
        return day <= today - WINDOW ? this : new Ledger(start, accounts, added(day, by));
    }

    private List<DayCount> added(int day, int by) {
        int place = counts.size();
        while (place > 0 && counts.get(place - 1).day() >= day) {
            place--;
        }
        List<DayCount> more = new ArrayList<>(counts);
        boolean known = place < more.size() && more.get(place).day() == day;
        int count = by + (known ? more.remove(place).count() : 0);
        if (count != 0) {
            more.add(place, new DayCount(day, count));
        }
        return more;
    }

    private Ledger balance(Fact.Transaction transaction) {
        Long balance = transaction.balanceAfter();
        return balance == null || !transaction.asset()
                ? this
                : onAccount(transaction.account(), account -> account.with(line(transaction.when(), 1, balance)));
    }

    private Ledger hold(Fact.Holding holding) {
        boolean closed = holding.change() == Fact.Change.CLOSED;
        Account.Status said = new Account.Status(
                holding.when().at().toEpochMilli(), holding.when().id(), !closed);
        Long value = closed ? Long.valueOf(0) : holding.value();
        return onAccount(holding.account(), account -> {
            Account heard = account.with(said);
            return value == null || !holding.asset() ? heard : heard.with(line(holding.when(), 0, value));
        });
    }

    private static BalanceLine line(Fact.When when, int rank, long balance) {
        return new BalanceLine(day(when.date()), when.at().toEpochMilli(), rank, when.id(), balance);
    }

    private Ledger onAccount(String id, UnaryOperator<Account> change) {
        List<Account> changed = new ArrayList<>(accounts);
        int place = 0;
        while (place < changed.size() && changed.get(place).id().compareTo(id) < 0) {
            place++;
        }
        if (place < changed.size() && changed.get(place).id().equals(id)) {
            changed.set(place, change.apply(changed.get(place)));
        } else {
            changed.add(place, change.apply(Account.called(id)));
        }
        return new Ledger(start, changed, counts);
    }

    private Ledger trimmed(int today) {
        int firstDay = today - WINDOW + 1;
        List<Account> shorter =
                accounts.stream().map(account -> account.from(firstDay)).toList();
        List<DayCount> fewer =
                counts.stream().filter(count -> count.day() >= firstDay).toList();
        return new Ledger(start, shorter, fewer);
    }

    /** The features as of a date, given no further facts up to it. */
    public Features features(LocalDate asOf) {
        return new Window(this, (int) asOf.toEpochDay()).features();
    }

    int openHoldings() {
        return (int) accounts.stream().filter(Account::isOpen).count();
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
