package stratum.sandbox.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.HoldingStatus;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.sandbox.bank.Account.Product;

/**
 * One customer, lived day by day. Her habits plan a day; what they planned is then done in the order of the hour, so
 * that every balance is right at its moment. Money that is not there is not spent.
 */
final class Life {

    /** How far the bank lets a current account go below nothing, in cents, where it does. */
    static final long OVERDRAFT = 100_000;

    final Truth truth;
    final Means means;
    final CustomerFile file;
    final Dice dice;
    final Wallet wallet;
    final Pen pen;
    private final Reversals reversals;
    private final List<Habit> habits;
    private final List<Deed> agenda = new ArrayList<>();
    private final Map<LocalDate, List<Runnable>> appointments = new HashMap<>();
    private double mood = 1;

    /** What she now keeps in the long run, and earns a month. */
    long wealth;

    long income;

    Life(Population.Drawn drawn, CustomerFile file, Dice dice, Reversals reversals) {
        this.truth = drawn.truth();
        this.means = drawn.means();
        this.file = file;
        this.dice = dice;
        this.reversals = reversals;
        this.wallet = new Wallet(truth.customerId());
        this.pen = new Pen(truth.customerId());
        this.wealth = means.wealth();
        this.income = means.income();
        this.habits = Habits.of(drawn, dice);
    }

    private record Deed(int second, Runnable act) {}

    List<SpecificRecord> live(LocalDate day) {
        if (day.getDayOfMonth() == 1) {
            mood = dice.between(1 - means.moods(), 1 + means.moods());
        }
        Objects.requireNonNullElse(appointments.remove(day), List.<Runnable>of())
                .forEach(Runnable::run);
        habits.forEach(habit -> habit.plan(day, this));
        agenda.sort(Comparator.comparingInt(Deed::second));
        for (Deed deed : agenda) {
            pen.turnTo(day, deed.second());
            deed.act().run();
        }
        agenda.clear();
        return pen.page();
    }

    /** Plans something for this second of the day being planned. */
    void at(int second, Runnable act) {
        agenda.add(new Deed(second, act));
    }

    /** While the bank's computers post: before six. */
    void atNight(Runnable act) {
        at(dice.between(3_600, 6 * 3_600), act);
    }

    /** While people are about: from seven to ten in the evening. */
    void byDay(Runnable act) {
        at(dice.between(7 * 3_600, 22 * 3_600), act);
    }

    /** While branches are open. */
    void inOfficeHours(Runnable act) {
        at(dice.between(9 * 3_600, 16 * 3_600), act);
    }

    /** Makes an appointment: on that day, this is planned too. */
    void on(LocalDate day, Runnable plan) {
        appointments.computeIfAbsent(day, same -> new ArrayList<>()).add(plan);
    }

    /** How lively she is on this day: 0 for gone, 1 for an ordinary month. */
    double zest(LocalDate day) {
        if (truth.fate() == Fate.NEVER_ACTIVATES || truth.goneAsOf(day)) {
            return 0;
        }
        return truth.driftingAsOf(day) ? mood * fading(day) : mood;
    }

    private double fading(LocalDate day) {
        LocalDate from = Objects.requireNonNull(truth.driftsFrom());
        double left = 1 - (day.toEpochDay() - from.toEpochDay()) / 75.0;
        return switch (truth.fate()) {
            case MOVES_BALANCE -> 0.4 * left;
            case CLOSES_ALL, SALARY_LEAVES -> 0.6 * left;
            default -> Math.max(0.05, left);
        };
    }

    /** Whether salary and the like come to this bank. */
    boolean earns(LocalDate day) {
        if (truth.fate() == Fate.NEVER_ACTIVATES || truth.goneAsOf(day)) {
            return false;
        }
        return truth.fate() == Fate.THINS_OUT || !truth.leavingAsOf(day);
    }

    boolean credit(Product product, long amount, Entry entry) {
        Account account = wallet.open(product);
        if (account == null || amount <= 0) {
            return false;
        }
        account.add(amount);
        pen.transaction(account, Direction.CREDIT, amount, entry);
        return true;
    }

    /** Pays, if the money is there. */
    boolean pay(Product product, long amount, Entry entry) {
        Account account = wallet.open(product);
        if (account == null || !account.canPay(amount)) {
            return false;
        }
        account.take(amount);
        TransactionPosted paid = pen.transaction(account, Direction.DEBIT, amount, entry);
        if (entry.purpose() == Purpose.CARD) {
            reversals.consider(this, account, entry, paid);
        }
        return true;
    }

    /** Moves money between her own accounts, which no other bank sees. */
    void move(Product from, Product to, long amount) {
        if (wallet.has(to) && pay(from, amount, Entry.of(Purpose.TRANSFER_OUT, ownChannel()))) {
            credit(to, amount, Entry.of(Purpose.TRANSFER_IN, ownChannel()));
        }
    }

    Channel ownChannel() {
        return means.digital() > 0.4 ? Channel.MOBILE : Channel.BRANCH;
    }

    /** Sends money to another bank, from wherever she has it. */
    void sendAway(long amount, String bank) {
        raise(amount);
        long there = Math.min(amount, wallet.on(Product.CURRENT));
        pay(Product.CURRENT, there, new Entry(Purpose.TRANSFER_OUT, ownChannel(), bank));
    }

    /** Brings this much together on the current account: from savings first, then from funds. */
    private void raise(long amount) {
        long missing = amount - wallet.on(Product.CURRENT);
        if (missing > 0 && wallet.on(Product.SAVINGS) > 0) {
            move(Product.SAVINGS, Product.CURRENT, Math.min(missing, wallet.on(Product.SAVINGS)));
        }
        redeem(Math.min(amount - wallet.on(Product.CURRENT), wallet.on(Product.FUND)));
    }

    void invest(long amount) {
        Account fund = wallet.open(Product.FUND);
        if (fund != null && pay(Product.CURRENT, amount, Entry.of(Purpose.WEALTH_PURCHASE, ownChannel()))) {
            fund.add(amount);
            pen.holding(fund, HoldingStatus.VALUED);
        }
    }

    void redeem(long amount) {
        Account fund = wallet.open(Product.FUND);
        if (fund != null && wallet.has(Product.CURRENT) && fund.canPay(amount)) {
            fund.take(amount);
            pen.holding(fund, HoldingStatus.VALUED);
            credit(Product.CURRENT, amount, Entry.of(Purpose.WEALTH_REDEMPTION, ownChannel()));
        }
    }

    void open(Product product, long value) {
        if (!wallet.has(product)) {
            long overdraft =
                    product == Product.CURRENT && Habits.mayOverdraw(truth) && dice.chance(0.3) ? OVERDRAFT : 0;
            pen.holding(wallet.open(product, value, overdraft), HoldingStatus.OPENED);
        }
    }

    void close(Account account) {
        account.close();
        pen.holding(account, HoldingStatus.CLOSED);
    }
}
