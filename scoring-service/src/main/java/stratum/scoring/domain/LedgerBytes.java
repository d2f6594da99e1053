package stratum.scoring.domain;

/**
 * A ledger as bytes. Numbers are packed ({@link PackedWriter}); everything is written as what it adds to what one would
 * expect, so that a day with one payment takes about five bytes.
 *
 * <pre>
 * ledger    which of start, sign, survey; [start] [sign] [survey: moment, score]; complaints; accounts; days
 * account   id (8 bytes); family, open, and which of status, opening; [moment] [opening]
 * moment    0 for long ago, else days since the start + moment of the day
 * day       head; [gap] [value by figure] [line] [count of more lines, lines]
 * head      days since the day before, 15 for more; then bits: a line, with a code, a single transaction, figures, more
 * line      code of moment and account where not 0; balance less what is expected
 * </pre>
 *
 * <p>A balance is expected to be what it was, more by the day's credits and less by its debits.
 */
final class LedgerBytes {

    static final int HAS_START = 1;
    static final int HAS_SIGN = 1 << 1;
    static final int HAS_SURVEY = 1 << 2;

    static final int FAMILY = 7;
    static final int OPEN = 1 << 3;
    static final int HAS_STATUS = 1 << 4;
    static final int HAS_OPENING = 1 << 5;

    static final int LONG_GAP = 15;
    static final int GAP_BITS = 4;
    static final int HAS_LINE = 1;
    static final int HAS_CODE = 1 << 1;
    static final int ONE_TRANSACTION = 1 << 2;
    static final int FIGURES = 3;
    static final int MORE_LINES = 1 << (FIGURES + Figure.count());

    private LedgerBytes() {}

    static byte[] write(Ledger ledger) {
        return new LedgerWriter(ledger).write();
    }

    static Ledger read(byte[] bytes) {
        return new LedgerReader(bytes).read();
    }

    /** The day from which others are counted. */
    static int base(Lifetime lifetime) {
        return lifetime.start() == Lifetime.NOT_BEGUN ? 0 : lifetime.start();
    }
}
