package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands.
 *
 * @param stage the stage
 * @param since the business date on which it was entered
 * @param at the moment at which it was entered
 * @param previous the stage before
 * @param cause the main cause of entering it, where there was one
 * @param home of a customer at risk, the stage it came from
 * @param calmSince of a customer at risk, the date since which its risk has been under the exit threshold
 * @param wonBack when the customer was last won back
 */
public record Standing(
        Stage stage,
        LocalDate since,
        Instant at,
        @Nullable Stage previous,
        @Nullable Cause cause,
        @Nullable Stage home,
        @Nullable LocalDate calmSince,
        @Nullable LocalDate wonBack) {

    static Standing entered(Stage stage, @Nullable Cause cause, @Nullable Standing before, LocalDate date, Instant at) {
        Stage previous = before == null ? null : before.stage();
        LocalDate wonBack = before == null ? null : before.wonBack();
        return new Standing(
                stage,
                date,
                at,
                previous,
                cause,
                stage == Stage.AT_RISK ? previous : null,
                null,
                cause == Cause.WON_BACK ? date : wonBack);
    }

    /** The same, calm since this date, or not calm. */
    Standing calm(@Nullable LocalDate calm) {
        return new Standing(stage, since, at, previous, cause, home, calm, wonBack);
    }

    boolean is(Stage other) {
        return stage == other;
    }

    void write(ByteWriter out) {
        out.name(stage);
        out.date(since);
        out.instant(at);
        out.name(previous);
        out.name(cause);
        out.name(home);
        out.date(calmSince);
        out.date(wonBack);
    }

    static Standing read(ByteReader in) {
        return new Standing(
                in.name(Stage.values()),
                requireNonNull(in.date()),
                requireNonNull(in.instant()),
                in.optional(Stage.values()),
                in.optional(Cause.values()),
                in.optional(Stage.values()),
                in.date(),
                in.date());
    }
}
