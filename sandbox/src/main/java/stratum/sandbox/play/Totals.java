package stratum.sandbox.play;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Running totals of a partition, or of several. */
public record Totals(long facts, long late, long repeated) {

    static final Totals NONE = new Totals(0, 0, 0);

    static Totals in(Headers headers) {
        return new Totals(
                number(headers.lastHeader("stratum.facts")),
                number(headers.lastHeader("stratum.late")),
                number(headers.lastHeader("stratum.repeated")));
    }

    private static long number(@Nullable Header header) {
        return header == null ? 0 : Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
    }

    Totals plus(Totals other) {
        return new Totals(facts + other.facts, late + other.late, repeated + other.repeated);
    }
}
