package stratum.lifecycle.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a customer was active, that is, made a transaction that was not taken back.
 *
 * @param recent transactions per day, less those taken back, for the days that a late fact may still reach
 * @param earlier number of active days before those
 * @param earlierFirst the first of them
 * @param earlierLast the last of them
 * @param moved the amounts of those transactions, less those taken back, from the beginning
 * @param lastMoment the moment of the last transaction made, whether or not it was taken back
 */
record Activity(
        DayBook recent,
        int earlier,
        @Nullable LocalDate earlierFirst,
        @Nullable LocalDate earlierLast,
        long moved,
        @Nullable Instant lastMoment) {

    static final Activity NONE = new Activity(DayBook.EMPTY, 0, null, null, 0, null);

    /** With a transaction, or one taken back, which is no sign of life itself. */
    Activity plus(Fact.Booking booking, Instant at) {
        boolean later = booking.sign() > 0 && (lastMoment == null || at.isAfter(lastMoment));
        return new Activity(
                Days.plus(recent, booking.date(), booking.sign()),
                earlier,
                earlierFirst,
                earlierLast,
                Sums.bounded(moved + booking.sign() * booking.amount(), Sums.LARGEST_OF_A_LIFE, "All that ever moved"),
                later ? at : lastMoment);
    }

    /** Only the number of days is kept of what no late fact can reach any more. */
    Activity settleBefore(LocalDate date) {
        DayBook old = recent.before(Days.of(date));
        if (old.isEmpty()) {
            return this;
        }
        Activity settled = new Activity(old, 0, null, null, 0, null);
        return new Activity(
                recent.since(Days.of(date)),
                earlier + old.countPositive(),
                earlierFirst == null ? settled.first() : earlierFirst,
                settled.last() == null ? earlierLast : settled.last(),
                moved,
                lastMoment);
    }

    int days() {
        return earlier + recent.countPositive();
    }

    @Nullable LocalDate first() {
        return earlierFirst == null ? Days.date(recent.firstPositive()) : earlierFirst;
    }

    @Nullable LocalDate last() {
        LocalDate last = Days.date(recent.lastPositive());
        return last == null ? earlierLast : last;
    }

    void write(ByteWriter out) {
        recent.write(out);
        out.number(earlier);
        out.date(earlierFirst);
        out.date(earlierLast);
        out.number(moved);
        out.instant(lastMoment);
    }

    static Activity read(ByteReader in) {
        return new Activity(DayBook.read(in), in.integer(), in.date(), in.date(), in.number(), in.instant());
    }
}
