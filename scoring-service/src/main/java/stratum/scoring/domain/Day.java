package stratum.scoring.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is booked on one business date: sums by figure, and the latest balances. Adding days of one date is commutative and
 * associative, which is all that makes the order of facts not matter; what is taken back is added with its sign turned.
 * So a figure may be below 0 for a while, when a reversal comes before its original; whoever reads it takes it as 0.
 */
final class Day {

    /** A day's sum is never larger: a year of such days fits a long. */
    private static final long LARGEST_SUM = 10 * Fact.LARGEST_AMOUNT;

    /** Epoch day. */
    final int date;

    /** The figures that are not 0, by their bits. */
    final int figures;

    final @Nullable Line lines;

    /** The value of each of the figures that are not 0, in their order. */
    private final long[] values;

    Day(int date, int figures, long[] values, @Nullable Line lines) {
        this.date = date;
        this.figures = figures;
        this.values = values;
        this.lines = lines;
    }

    static Day of(int date, long[] byFigure, @Nullable Line lines) {
        long[] values = new long[byFigure.length];
        int figures = 0;
        int size = 0;
        for (int i = 0; i < byFigure.length; i++) {
            if (byFigure[i] != 0) {
                figures |= 1 << i;
                values[size++] = byFigure[i];
            }
        }
        return new Day(date, figures, Arrays.copyOf(values, size), lines);
    }

    boolean isEmpty() {
        return figures == 0 && lines == null;
    }

    /** The figure as it is kept, which may be below 0. */
    long kept(Figure figure) {
        return (figures & figure.bit) == 0 ? 0 : values[Integer.bitCount(figures & (figure.bit - 1))];
    }

    /** The figure as features see it. */
    long value(Figure figure) {
        return Math.max(0, kept(figure));
    }

    boolean has(Figure figure) {
        return kept(figure) > 0;
    }

    /** Adds the figures, as features see them, to sums by figure. */
    void addTo(long[] sums) {
        int place = 0;
        for (int left = figures; left != 0; left &= left - 1) {
            sums[Integer.numberOfTrailingZeros(left)] += Math.max(0, values[place++]);
        }
    }

    /** This and another of the same date. */
    Day plus(Day that) {
        long[] sums = new long[Figure.count()];
        keepIn(sums);
        that.keepIn(sums);
        for (long sum : sums) {
            if (sum > LARGEST_SUM || sum < -LARGEST_SUM) {
                throw new IllegalArgumentException(
                        "What is booked on one day comes to %d minor units, and %d is the most"
                                .formatted(sum, LARGEST_SUM));
            }
        }
        return of(date, sums, Line.latest(lines, that.lines));
    }

    Day with(@Nullable Line other) {
        return other == lines ? this : new Day(date, figures, values, other);
    }

    private void keepIn(long[] sums) {
        int place = 0;
        for (int left = figures; left != 0; left &= left - 1) {
            sums[Integer.numberOfTrailingZeros(left)] += values[place++];
        }
    }

    /** With these figures only. */
    Day only(int wanted) {
        if ((figures & ~wanted) == 0) {
            return this;
        }
        long[] byFigure = new long[Figure.count()];
        keepIn(byFigure);
        for (int left = figures & ~wanted; left != 0; left &= left - 1) {
            byFigure[Integer.numberOfTrailingZeros(left)] = 0;
        }
        return of(date, byFigure, lines);
    }

    /** Writes the values of some of the figures that are not 0. */
    void writeTo(PackedWriter out, int wanted) {
        int place = 0;
        for (int left = figures; left != 0; left &= left - 1) {
            long value = values[place++];
            int bit = left & -left;
            if ((wanted & bit) != 0) {
                Figure.writeTo(out, bit, value);
            }
        }
    }

    /** Reads the values of all these figures; of transactions there may be one that was not written. */
    static long[] readFrom(PackedReader in, int figures, boolean oneTransaction) {
        long[] values = new long[Integer.bitCount(figures)];
        int written = oneTransaction ? values.length - 1 : values.length;
        int left = figures;
        for (int i = 0; i < written; i++) {
            values[i] = Figure.readFrom(in, left & -left);
            left &= left - 1;
        }
        if (oneTransaction) {
            values[written] = 1;
        }
        return values;
    }
}
