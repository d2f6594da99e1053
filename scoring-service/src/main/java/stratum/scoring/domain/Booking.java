package stratum.scoring.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.Fact.Change;
import stratum.scoring.domain.Fact.Contact;
import stratum.scoring.domain.Fact.Holding;
import stratum.scoring.domain.Fact.Movement;
import stratum.scoring.domain.Fact.Transaction;
import stratum.scoring.domain.Fact.When;

/**
 * One fact being booked: turns it into what it adds to which day, adds that, and forgets what nothing can see any more.
 * Works on copies and lives for one call.
 */
final class Booking {

    private final int today;
    private final int firstDay;
    private Lifetime lifetime;
    private Account[] accounts;
    private Day[] days;
    private int size;

    Booking(Ledger ledger, int today) {
        this.today = today;
        this.firstDay = today - Ledger.LATEST_DAYS;
        this.lifetime = ledger.lifetime;
        this.accounts = ledger.accounts;
        this.size = ledger.days.length;
        this.days = Arrays.copyOf(ledger.days, size + 2);
    }

    Ledger book(Fact fact) {
        countForLife(fact);
        if (fact.when().day() >= firstDay) {
            bookOnItsDay(fact);
        }
        forget();
        return new Ledger(lifetime, accounts, size == days.length ? days : Arrays.copyOf(days, size));
    }

    /** What counts however late it comes. */
    private void countForLife(Fact fact) {
        int day = fact.when().day();
        if (fact instanceof Transaction || (fact instanceof Holding holding && holding.change() == Change.OPENED)) {
            lifetime = lifetime.begunOn(day);
        } else if (fact instanceof Contact contact) {
            switch (contact.about()) {
                case COMPLAINT -> lifetime = lifetime.complaints(1);
                case COMPLAINT_RESOLVED -> lifetime = lifetime.complaints(-1);
                default -> {}
            }
        }
    }

    private void bookOnItsDay(Fact fact) {
        if (fact instanceof Transaction transaction) {
            book(transaction);
        } else if (fact instanceof Holding holding) {
            book(holding);
        } else {
            book((Contact) fact);
        }
    }

    private void book(Transaction transaction) {
        long account = Account.idOf(transaction.account(), transaction.family().isLiability());
        know(account);
        Line line = line(account, transaction.when(), transaction.balanceAfter());
        int day = transaction.when().day();
        Integer takenBack = transaction.takenBack();
        if (takenBack == null) {
            add(Day.of(day, figures(transaction, 1), line));
        } else {
            add(Day.of(day, new long[0], line));
            takeBack(takenBack, transaction);
        }
    }

    /** What was booked out of reach stays as it was: of its day no more is known than that it had its sign of life. */
    private void takeBack(int day, Transaction transaction) {
        if (day >= firstDay) {
            add(Day.of(day, figures(transaction, -1), null));
        }
    }

    private static long[] figures(Transaction transaction, int sign) {
        long[] figures = new long[Figure.count()];
        Movement movement = transaction.movement();
        long amount = movement.amount() == null ? 0 : sign * movement.amount();
        figures[(movement.credit() ? Figure.CREDITS : Figure.DEBITS).ordinal()] = amount;
        figures[Figure.CREDIT_COUNT.ordinal()] = movement.credit() ? sign : 0;
        switch (movement.purpose()) {
            case INCOME -> figures[Figure.INCOMES.ordinal()] = movement.credit() ? sign : 0;
            case STANDING_ORDER -> figures[Figure.STANDING_ORDERS.ordinal()] = movement.credit() ? 0 : sign;
            case CHARGE -> figures[Figure.CHARGES.ordinal()] = movement.credit() ? 0 : amount;
            case TO_OTHER_BANK -> figures[Figure.TO_OTHER_BANKS.ordinal()] = movement.credit() ? 0 : amount;
            case OTHER -> {}
        }
        if (transaction.manner().byCustomer()) {
            figures[Figure.TRANSACTIONS.ordinal()] = sign;
            figures[Figure.DIGITAL.ordinal()] = transaction.manner().digital() ? sign : 0;
        }
        return figures;
    }

    private void book(Holding holding) {
        long account = Account.idOf(holding.account(), holding.family().isLiability());
        boolean closed = holding.change() == Change.CLOSED;
        When when = holding.when();
        int place = know(account);
        accounts = accounts.clone();
        accounts[place] =
                accounts[place].with(new Account.Status(when.day(), when.millis(), !closed, holding.family()));
        add(Day.of(when.day(), new long[0], line(account, when, closed ? Long.valueOf(0) : holding.value())));
    }

    private void book(Contact contact) {
        long[] figures = new long[Figure.count()];
        When when = contact.when();
        if (contact.manner().byCustomer()) {
            lifetime = lifetime.signOfLifeOn(when.day());
            figures[Figure.CONTACTS.ordinal()] = 1;
            figures[Figure.DIGITAL.ordinal()] = contact.manner().digital() ? 1 : 0;
        }
        figures[Figure.REFERRALS.ordinal()] = contact.about() == Fact.About.REFERRAL ? 1 : 0;
        Integer score = contact.score();
        if (contact.about() == Fact.About.SURVEY && score != null) {
            lifetime = lifetime.answered(new Lifetime.Survey(when.day(), when.millis(), score));
        }
        add(Day.of(when.day(), figures, null));
    }

    private static @Nullable Line line(long account, When when, @Nullable Long balance) {
        return balance == null ? null : new Line(account, when.millis(), balance, null);
    }

    private int know(long account) {
        int place = Ledger.placeOf(account, accounts, accounts.length);
        if (place >= 0) {
            return place;
        }
        int at = -1 - place;
        Account[] more = Arrays.copyOf(accounts, accounts.length + 1);
        System.arraycopy(accounts, at, more, at + 1, accounts.length - at);
        more[at] = Account.called(account);
        accounts = more;
        return at;
    }

    /** Facts mostly come on the last day or after it, so the place is sought from the end. */
    private void add(Day day) {
        int place = size;
        while (place > 0 && days[place - 1].date >= day.date) {
            place--;
        }
        if (place < size && days[place].date == day.date) {
            days[place] = days[place].plus(day);
        } else {
            System.arraycopy(days, place, days, place + 1, size - place);
            days[place] = day;
            size++;
        }
    }

    private void forget() {
        forgetLines();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int age = today - days[i].date;
            Day day = age > Ledger.LATEST_DAYS ? closed(days[i]) : age < 0 ? days[i] : days[i].only(seen(days[i], age));
            if (!day.isEmpty()) {
                days[kept++] = day;
            }
        }
        size = kept;
        lifetime = lifetime.from(firstDay);
        forgetAccounts();
    }

    /** Of what an account had before the longest window, no feature sees but the last. */
    private void forgetLines() {
        int place = 0;
        while (place < size && today - days[place].date >= Figure.YEAR) {
            place++;
        }
        Line later = null;
        for (int i = place - 1; i >= 0; i--) {
            Line last = Line.without(later, days[i].lines);
            days[i] = days[i].with(last);
            later = Line.latest(later, last);
        }
    }

    /**
     * Transactions that no window sees are kept only to know the day of the last that was not taken back; a later sign of
     * life that cannot be taken back makes them pointless.
     */
    private int seen(Day day, int age) {
        int seen = Figure.seenAtAge(age);
        return age >= Figure.QUARTER && day.date <= lifetime.lastSign() ? seen & ~Figure.TRANSACTIONS.bit : seen;
    }

    /** A day that nothing can be booked on any more becomes the opening of what follows. */
    private Day closed(Day day) {
        for (Line line = day.lines; line != null; line = line.next()) {
            int place = know(line.account());
            accounts = accounts.clone();
            accounts[place] = accounts[place].opening(line.balance());
        }
        if (day.has(Figure.TRANSACTIONS)) {
            lifetime = lifetime.signOfLifeOn(day.date);
        }
        return day.only(0).with(null);
    }

    private void forgetAccounts() {
        Account[] still = new Account[accounts.length];
        int kept = 0;
        for (Account known : accounts) {
            Account account = known.from(firstDay);
            if (!account.isForgettable() || isSpokenOf(account.id())) {
                still[kept++] = account;
            }
        }
        accounts = kept == still.length ? still : Arrays.copyOf(still, kept);
    }

    private boolean isSpokenOf(long account) {
        for (int i = 0; i < size; i++) {
            for (Line line = days[i].lines; line != null; line = line.next()) {
                if (line.account() == account) {
                    return true;
                }
            }
        }
        return false;
    }
}
