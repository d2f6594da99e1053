package stratum.lifecycle.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer's life with the bank. It never changes; a fact or a date makes a new one.
 *
 * @param known what the facts come to
 * @param standing the stage; none for one who is not even a prospect
 * @param due before this date stage and risk stay as they are without a new fact; none if they stay for ever
 * @param told what readers were last told
 * @param way the milestones passed
 * @param journey the steps from stage to stage
 */
public record Life(
        Known known,
        @Nullable Standing standing,
        @Nullable LocalDate due,
        @Nullable Told told,
        Way way,
        Journey journey) {

    private static final int LAYOUT = 3;

    /** A customer of whom nothing is known. */
    public static final Life UNKNOWN = new Life(Known.NOTHING, null, null, null, Way.UNTRODDEN, Journey.NOT_BEGUN);

    Life with(Known changed) {
        return new Life(changed, standing, due, told, way, journey);
    }

    Life with(Standing changed) {
        return new Life(known, changed, due, told, way, journey);
    }

    Life dueOn(@Nullable LocalDate date) {
        return new Life(known, standing, date, told, way, journey);
    }

    Life telling(Told news) {
        return new Life(known, standing, due, news, way, journey);
    }

    Life going(Way further) {
        return new Life(known, standing, due, told, further, journey);
    }

    Life having(List<Transition> transitions) {
        return new Life(known, standing, due, told, way, journey.plus(transitions));
    }

    /** What the models of buying need to know, as of a date; none before the first active day. */
    public @Nullable Rhythm rhythm(LocalDate asOf) {
        LocalDate first = known.activity().first();
        LocalDate last = known.activity().last();
        if (first == null || last == null) {
            return null;
        }
        int days = known.activity().days();
        int ageAtLast = Days.between(first, last);
        return new Rhythm(
                days - 1,
                ageAtLast,
                Math.max(ageAtLast, Days.between(first, asOf)),
                Math.max(0, known.activity().moved()) / (double) days);
    }

    /** Before this date nothing at all happens without a new fact, no milestone either; none if nothing ever does. */
    public @Nullable LocalDate reviewDate() {
        return Days.earliest(due, way.due());
    }

    /** Whether there is something to lose: a relationship that has begun and not ended. */
    boolean isCustomer() {
        return standing != null && !standing.is(Stage.PROSPECT) && !standing.is(Stage.CHURNED);
    }

    boolean isIn(Stage stage) {
        return standing != null && standing.is(stage);
    }

    /** The bytes to keep; the first says their layout. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter();
        out.octet(LAYOUT);
        known.write(out);
        if (out.present(standing) && standing != null) {
            standing.write(out);
        }
        out.date(due);
        if (out.present(told) && told != null) {
            told.write(out);
        }
        way.write(out);
        journey.write(out);
        return out.toBytes();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalStateException where the bytes are of a layout that this version does not know
     */
    public static Life fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int layout = in.octet();
        if (layout != LAYOUT) {
            throw new IllegalStateException("A life has layout %d, which this version cannot read".formatted(layout));
        }
        return new Life(
                Known.read(in),
                in.flag() ? Standing.read(in) : null,
                in.date(),
                in.flag() ? Told.read(in) : null,
                Way.read(in),
                Journey.read(in));
    }
}
