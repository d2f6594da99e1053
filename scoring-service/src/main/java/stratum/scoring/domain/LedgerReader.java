package stratum.scoring.domain;

import static stratum.scoring.domain.LedgerBytes.FAMILY;
import static stratum.scoring.domain.LedgerBytes.FIGURES;
import static stratum.scoring.domain.LedgerBytes.GAP_BITS;
import static stratum.scoring.domain.LedgerBytes.HAS_CODE;
import static stratum.scoring.domain.LedgerBytes.HAS_LINE;
import static stratum.scoring.domain.LedgerBytes.HAS_OPENING;
import static stratum.scoring.domain.LedgerBytes.HAS_SIGN;
import static stratum.scoring.domain.LedgerBytes.HAS_START;
import static stratum.scoring.domain.LedgerBytes.HAS_STATUS;
import static stratum.scoring.domain.LedgerBytes.HAS_SURVEY;
import static stratum.scoring.domain.LedgerBytes.LONG_GAP;
import static stratum.scoring.domain.LedgerBytes.MORE_LINES;
import static stratum.scoring.domain.LedgerBytes.ONE_TRANSACTION;
import static stratum.scoring.domain.LedgerBytes.OPEN;

import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.Account.Status;
import stratum.scoring.domain.Lifetime.Survey;

/** Reads a ledger in the layout of {@link LedgerBytes}; made for one. */
final class LedgerReader {

    private final PackedReader in;
    private int base;
    private Account[] accounts = new Account[0];
    private long[] balances = new long[0];

    LedgerReader(byte[] bytes) {
        this.in = new PackedReader(bytes);
    }

    Ledger read() {
        Lifetime lifetime = lifetime();
        accounts = new Account[in.smallUnsigned()];
        balances = new long[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = account();
            balances[i] = accounts[i].opening();
        }
        Day[] days = new Day[in.smallUnsigned()];
        int before = base;
        for (int i = 0; i < days.length; i++) {
            days[i] = day(before);
            before = days[i].date;
        }
        return new Ledger(lifetime, accounts, days);
    }

    private Lifetime lifetime() {
        int head = in.smallUnsigned();
        int start = (head & HAS_START) == 0 ? Lifetime.NOT_BEGUN : (int) in.signed();
        base = start == Lifetime.NOT_BEGUN ? 0 : start;
        int lastSign = (head & HAS_SIGN) == 0 ? Lifetime.NEVER : base + (int) in.signed();
        Survey survey = null;
        if ((head & HAS_SURVEY) != 0) {
            int day = momentDay();
            survey = new Survey(day, momentMillis(day), in.smallUnsigned());
        }
        return new Lifetime(start, lastSign, (int) in.signed(), survey);
    }

    private Account account() {
        long id = in.fixed();
        int head = in.smallUnsigned();
        Status status = null;
        if ((head & HAS_STATUS) != 0) {
            int day = momentDay();
            status = new Status(day, momentMillis(day), (head & OPEN) != 0, Family.at(head & FAMILY));
        }
        return new Account(id, (head & HAS_OPENING) == 0 ? 0 : in.money(), status);
    }

    private int momentDay() {
        long coded = in.unsigned() - 1;
        return coded < 0 ? Status.LONG_AGO : base + (int) ((coded >>> 1) ^ -(coded & 1));
    }

    private int momentMillis(int day) {
        return day == Status.LONG_AGO ? 0 : millis(in.unsigned());
    }

    private static int millis(long code) {
        return (int) ((code & 1) == 0 ? (code >>> 1) * 1000 : code >>> 1);
    }

    private Day day(int before) {
        long coded = in.unsigned();
        int gap = (int) coded & LONG_GAP;
        int head = (int) (coded >>> GAP_BITS);
        int date = before + (gap == LONG_GAP ? (int) in.signed() : gap);
        boolean one = (head & ONE_TRANSACTION) != 0;
        int figures = head >>> FIGURES & ((1 << Figure.count()) - 1) | (one ? Figure.TRANSACTIONS.bit : 0);
        long[] values = Day.readFrom(in, figures, one);
        Day day = new Day(date, figures, values, null);
        if ((head & HAS_LINE) == 0) {
            return day;
        }
        long code = (head & HAS_CODE) == 0 ? 0 : in.unsigned();
        long expectedMore = day.kept(Figure.CREDITS) - day.kept(Figure.DEBITS);
        Line line = line(code, expectedMore, null);
        return new Day(date, figures, values, (head & MORE_LINES) == 0 ? line : followed(line));
    }

    private Line line(long code, long expectedMore, @Nullable Line next) {
        int account = (int) (code % accounts.length);
        balances[account] += expectedMore + in.money();
        return new Line(accounts[account].id(), millis(code / accounts.length), balances[account], next);
    }

    /** The lines of a day hang together from the first to the last, and are read in that order. */
    private Line followed(Line first) {
        Line[] more = new Line[in.smallUnsigned()];
        for (int i = 0; i < more.length; i++) {
            more[i] = line(in.unsigned(), 0, null);
        }
        Line lines = null;
        for (int i = more.length - 1; i >= 0; i--) {
            lines = new Line(more[i].account(), more[i].millis(), more[i].balance(), lines);
        }
        return new Line(first.account(), first.millis(), first.balance(), lines);
    }
}
