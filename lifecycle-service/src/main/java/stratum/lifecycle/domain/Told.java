package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What readers were last told of a customer.
 *
 * @param pAlive in thousandths; below 0 where there is none
 */
record Told(
        Stage stage,
        LocalDate since,
        Risk risk,
        int pAlive,
        @Nullable LocalDate due) {

    /** A probability that moved by this many thousandths is worth telling. */
    private static final int MOVED = 50;

    /** A due date that moved away by this many days is worth telling; one that came nearer always is. */
    private static final int LATER = 30;

    private static final int UNKNOWN = -1000;

    static Told of(Standing standing, Assessment assessment, @Nullable LocalDate due) {
        Double pAlive = assessment.pAlive();
        int thousandths = pAlive == null ? UNKNOWN : (int) Math.round(pAlive * 1000);
        return new Told(standing.stage(), standing.since(), assessment.risk(), thousandths, due);
    }

    /** Whether a reader could notice the difference. */
    boolean isNews(@Nullable Told before) {
        return before == null
                || stage != before.stage
                || !since.equals(before.since)
                || !risk.equals(before.risk)
                || Math.abs(pAlive - before.pAlive) >= MOVED
                || dueMoved(before.due);
    }

    private boolean dueMoved(@Nullable LocalDate before) {
        if (due == null || before == null) {
            return due != before;
        }
        return due.isBefore(before) || Days.between(before, due) >= LATER;
    }

    void write(ByteWriter out) {
        out.name(stage);
        out.date(since);
        out.octet(risk.score());
        out.octet(risk.causes().size());
        risk.causes().forEach(out::name);
        out.number(pAlive);
        out.date(due);
    }

    static Told read(ByteReader in) {
        Stage stage = in.name(Stage.values());
        LocalDate since = requireNonNull(in.date());
        int score = in.octet();
        List<Cause> causes = IntStream.range(0, in.octet())
                .mapToObj(i -> in.name(Cause.values()))
                .toList();
        return new Told(stage, since, new Risk(score, causes), in.integer(), in.date());
    }
}
