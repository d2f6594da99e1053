package stratum.sandbox.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.InteractionRecorded;
import stratum.events.TransactionPosted;

/** Carries facts from where they happen to where they are published: most at once, some late, some twice. */
final class Courier {

    private static final int TOO_LATE = 401;

    private final Imperfections imperfections;
    private final LocalDate last;
    private final Map<LocalDate, List<SpecificRecord>> outbox = new HashMap<>();
    private final Tally tally;

    Courier(Imperfections imperfections, LocalDate last, Tally tally) {
        this.imperfections = imperfections;
        this.last = last;
        this.tally = tally;
    }

    void take(SpecificRecord fact, LocalDate day, Dice dice) {
        double at = dice.unit();
        int days = dice.between(1, 5);
        int repeatedAfter = dice.between(0, 3);
        int longAfter = dice.between(TOO_LATE, TOO_LATE + 29);
        boolean mayBeLate = fact instanceof TransactionPosted || fact instanceof InteractionRecorded;
        double late = imperfections.late();
        double tooLate = late + imperfections.tooLate();
        if (mayBeLate && at < late && !day.plusDays(days).isAfter(last)) {
            tally.late++;
            put(fact, day.plusDays(days));
        } else if (fact instanceof TransactionPosted
                && at >= late
                && at < tooLate
                && !day.plusDays(longAfter).isAfter(last)) {
            tally.tooLate++;
            put(fact, day.plusDays(longAfter));
        } else {
            put(fact, day);
            if (at >= 1 - imperfections.repeats()
                    && !day.plusDays(repeatedAfter).isAfter(last)) {
                tally.repeats++;
                put(fact, day.plusDays(repeatedAfter));
            }
        }
        if (fact instanceof TransactionPosted transaction && transaction.getReverses() != null) {
            tally.reversals++;
        }
    }

    private void put(SpecificRecord fact, LocalDate day) {
        tally.published++;
        outbox.computeIfAbsent(day, same -> new ArrayList<>()).add(fact);
    }

    List<SpecificRecord> dueOn(LocalDate day) {
        return Objects.requireNonNullElse(outbox.remove(day), List.of());
    }

    /** Counts as they grow. */
    static final class Tally {
        private long published;
        private long late;
        private long tooLate;
        private long repeats;
        private long reversals;

        Counts counts() {
            return new Counts(published, late, tooLate, repeats, reversals);
        }
    }
}
