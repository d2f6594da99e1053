package stratum.lifecycle.domain;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A number per day, kept for the days that have one. Days are epoch days (of standing orders: months since year 0). */
final class DayBook {

    static final DayBook EMPTY = new DayBook(new int[0], new long[0]);

    private final int[] days;
    private final long[] numbers;

    private DayBook(int[] days, long[] numbers) {
        this.days = days;
        this.numbers = numbers;
    }

    /** Adds to a day; a day that comes to 0 is as if it had never been, so that the order of adding leaves no trace. */
    DayBook plus(int day, long number) {
        int at = Arrays.binarySearch(days, day);
        if (at < 0) {
            return number == 0 ? this : inserted(-at - 1, day, number);
        }
        long sum = Sums.bounded(numbers[at] + number, Sums.LARGEST_OF_A_DAY, "What moved on a day");
        return sum == 0 ? removed(at) : replaced(at, sum);
    }

    private DayBook inserted(int at, int day, long number) {
        int[] newDays = Arrays.copyOf(days, days.length + 1);
        long[] newNumbers = Arrays.copyOf(numbers, numbers.length + 1);
        System.arraycopy(days, at, newDays, at + 1, days.length - at);
        System.arraycopy(numbers, at, newNumbers, at + 1, numbers.length - at);
        newDays[at] = day;
        newNumbers[at] = number;
        return new DayBook(newDays, newNumbers);
    }

    private DayBook removed(int at) {
        int[] newDays = Arrays.copyOf(days, days.length - 1);
        long[] newNumbers = Arrays.copyOf(numbers, numbers.length - 1);
        System.arraycopy(days, at + 1, newDays, at, newDays.length - at);
        System.arraycopy(numbers, at + 1, newNumbers, at, newNumbers.length - at);
        return new DayBook(newDays, newNumbers);
    }

    private DayBook replaced(int at, long number) {
        long[] newNumbers = numbers.clone();
        newNumbers[at] = number;
        return new DayBook(days, newNumbers);
    }

    DayBook since(int day) {
        int from = indexOf(day);
        return from == 0 ? this : between(from, days.length);
    }

    DayBook before(int day) {
        return between(0, indexOf(day));
    }

    private DayBook between(int from, int to) {
        return from == to
                ? EMPTY
                : new DayBook(Arrays.copyOfRange(days, from, to), Arrays.copyOfRange(numbers, from, to));
    }

    /** The first entry that is not before the day. */
    private int indexOf(int day) {
        int at = Arrays.binarySearch(days, day);
        return at < 0 ? -at - 1 : at;
    }

    /** The sum over the days from first to last, both included. */
    long sum(int first, int last) {
        long sum = 0;
        for (int i = indexOf(first); i < days.length && days[i] <= last; i++) {
            sum += numbers[i];
        }
        return sum;
    }

    /** How many of the days from first to last, both included, have a number above 0. */
    int countPositive(int first, int last) {
        int count = 0;
        for (int i = indexOf(first); i < days.length && days[i] <= last; i++) {
            count += numbers[i] > 0 ? 1 : 0;
        }
        return count;
    }

    int countPositive() {
        return countPositive(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    OptionalInt firstPositive() {
        return IntStream.range(0, days.length)
                .filter(i -> numbers[i] > 0)
                .map(i -> days[i])
                .findFirst();
    }

    OptionalInt lastPositive() {
        for (int i = days.length - 1; i >= 0; i--) {
            if (numbers[i] > 0) {
                return OptionalInt.of(days[i]);
            }
        }
        return OptionalInt.empty();
    }

    boolean isEmpty() {
        return days.length == 0;
    }

    void write(ByteWriter out) {
        out.number(days.length);
        int previous = 0;
        for (int i = 0; i < days.length; i++) {
            out.number(days[i] - previous);
            out.number(numbers[i]);
            previous = days[i];
        }
    }

    static DayBook read(ByteReader in) {
        int length = in.integer();
        int[] days = new int[length];
        long[] numbers = new long[length];
        int previous = 0;
        for (int i = 0; i < length; i++) {
            previous += in.integer();
            days[i] = previous;
            numbers[i] = in.number();
        }
        return length == 0 ? EMPTY : new DayBook(days, numbers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DayBook book && Arrays.equals(days, book.days) && Arrays.equals(numbers, book.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(days) + Arrays.toString(numbers);
    }
}
