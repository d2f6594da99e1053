package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which milestones a customer has passed already.
 *
 * @param once those that are passed once in a life, a bit each
 * @param until the last date for which those of the calendar were looked at; none before the first
 * @param maturing by account the date of maturity that was told
 * @param due the next date on which one may be passed with no new fact; none if never
 */
record Way(
        int once,
        @Nullable LocalDate until,
        Map<String, LocalDate> maturing,
        @Nullable LocalDate due) {

    static final Way UNTRODDEN = new Way(0, null, Map.of(), null);

    boolean hasPassed(MilestoneKind kind) {
        return (once & bit(kind)) != 0;
    }

    Way passed(MilestoneKind kind) {
        return new Way(once | bit(kind), until, maturing, due);
    }

    private static int bit(MilestoneKind kind) {
        return 1 << kind.ordinal();
    }

    boolean toldMaturing(String account, LocalDate date) {
        return date.equals(maturing.get(account));
    }

    Way lookedAt(LocalDate date, Map<String, LocalDate> told, @Nullable LocalDate next) {
        return new Way(once, date, Map.copyOf(told), next);
    }

    void write(ByteWriter out) {
        out.number(once);
        out.date(until);
        out.date(due);
        out.number(maturing.size());
        new TreeMap<>(maturing).forEach((account, date) -> {
            out.text(account);
            out.date(date);
        });
    }

    static Way read(ByteReader in) {
        int once = in.integer();
        LocalDate until = in.date();
        LocalDate due = in.date();
        Map<String, LocalDate> maturing = new TreeMap<>();
        for (int left = in.integer(); left > 0; left--) {
            maturing.put(in.text(), requireNonNull(in.date()));
        }
        return new Way(once, until, Map.copyOf(maturing), due);
    }
}
