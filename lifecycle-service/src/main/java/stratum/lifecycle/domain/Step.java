package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A step from stage to stage that a customer took.
 *
 * @param date the business date
 * @param from the stage left; none for a new customer
 * @param causes why, largest first
 */
public record Step(LocalDate date, @Nullable Stage from, Stage to, List<Cause> causes) {

    /** Whether it was taken on one of these days, both included. */
    public boolean isBetween(LocalDate first, LocalDate last) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    void write(ByteWriter out) {
        out.number(date.toEpochDay());
        out.name(from);
        out.name(to);
        out.octet(causes.size());
        causes.forEach(out::name);
    }

    static Step read(ByteReader in) {
        LocalDate date = LocalDate.ofEpochDay(in.number());
        Stage from = in.optional(Stage.values());
        Stage to = requireNonNull(in.name(Stage.values()));
        List<Cause> causes = IntStream.range(0, in.octet())
                .mapToObj(i -> in.name(Cause.values()))
                .toList();
        return new Step(date, from, to, causes);
    }
}
