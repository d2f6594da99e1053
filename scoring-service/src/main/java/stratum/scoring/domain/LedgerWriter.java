package stratum.scoring.domain;

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

import stratum.scoring.domain.Account.Status;
import stratum.scoring.domain.Lifetime.Survey;

/** Writes a ledger in the layout of {@link LedgerBytes}; made for one. */
final class LedgerWriter {

    private final PackedWriter out = new PackedWriter();
    private final Ledger ledger;
    private final int base;
    private final long[] balances;

    LedgerWriter(Ledger ledger) {
        this.ledger = ledger;
        this.base = LedgerBytes.base(ledger.lifetime);
        this.balances = new long[ledger.accounts.length];
    }

    byte[] write() {
        lifetime(ledger.lifetime);
        out.unsigned(ledger.accounts.length);
        for (int i = 0; i < balances.length; i++) {
            account(ledger.accounts[i]);
            balances[i] = ledger.accounts[i].opening();
        }
        out.unsigned(ledger.days.length);
        int before = base;
        for (Day day : ledger.days) {
            day(day, day.date - before);
            before = day.date;
        }
        return out.written();
    }

    private void lifetime(Lifetime lifetime) {
        Survey survey = lifetime.survey();
        boolean begun = lifetime.start() != Lifetime.NOT_BEGUN;
        boolean signed = lifetime.lastSign() != Lifetime.NEVER;
        out.unsigned((begun ? HAS_START : 0) | (signed ? HAS_SIGN : 0) | (survey == null ? 0 : HAS_SURVEY));
        if (begun) {
            out.signed(lifetime.start());
        }
        if (signed) {
            out.signed(lifetime.lastSign() - base);
        }
        if (survey != null) {
            moment(survey.day(), survey.millis());
            out.unsigned(survey.score());
        }
        out.signed(lifetime.complaints());
    }

    private void account(Account account) {
        out.fixed(account.id());
        Status status = account.status();
        int head = account.opening() == 0 ? 0 : HAS_OPENING;
        if (status != null) {
            head |= HAS_STATUS | status.family().ordinal() | (status.open() ? OPEN : 0);
        }
        out.unsigned(head);
        if (status != null) {
            moment(status.day(), status.millis());
        }
        if (account.opening() != 0) {
            out.money(account.opening());
        }
    }

    private void moment(int day, int millis) {
        if (day == Status.LONG_AGO) {
            out.unsigned(0);
        } else {
            long distance = day - base;
            out.unsigned(1 + ((distance << 1) ^ (distance >> 63)));
            out.unsigned(codeOf(millis));
        }
    }

    private void day(Day day, int gap) {
        Line line = day.lines;
        Line more = line == null ? null : line.next();
        int account = line == null ? 0 : ledger.placeOf(line.account());
        long code = line == null ? 0 : codeOf(line, account);
        boolean one = day.kept(Figure.TRANSACTIONS) == 1;
        int figures = one ? day.figures & ~Figure.TRANSACTIONS.bit : day.figures;
        boolean small = gap >= 0 && gap < LONG_GAP;
        int head = figures << FIGURES
                | (line == null ? 0 : HAS_LINE)
                | (code == 0 ? 0 : HAS_CODE)
                | (one ? ONE_TRANSACTION : 0)
                | (more == null ? 0 : MORE_LINES);
        out.unsigned((long) head << GAP_BITS | (small ? gap : LONG_GAP));
        if (!small) {
            out.signed(gap);
        }
        day.writeTo(out, figures);
        if (line != null) {
            if (code != 0) {
                out.unsigned(code);
            }
            balance(line, account, day.kept(Figure.CREDITS) - day.kept(Figure.DEBITS));
        }
        if (more != null) {
            lines(more);
        }
    }

    private void lines(Line first) {
        int count = 0;
        for (Line line = first; line != null; line = line.next()) {
            count++;
        }
        out.unsigned(count);
        for (Line line = first; line != null; line = line.next()) {
            int account = ledger.placeOf(line.account());
            out.unsigned(codeOf(line, account));
            balance(line, account, 0);
        }
    }

    private long codeOf(Line line, int account) {
        return codeOf(line.millis()) * balances.length + account;
    }

    /** Of times, most are whole seconds. */
    private static long codeOf(int millis) {
        return millis % 1000 == 0 ? millis / 1000 << 1 : (long) millis << 1 | 1;
    }

    private void balance(Line line, int account, long expectedMore) {
        out.money(line.balance() - balances[account] - expectedMore);
        balances[account] = line.balance();
    }
}
