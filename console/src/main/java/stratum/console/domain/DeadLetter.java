package stratum.console.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that could not be read or booked; where it came from, and why it was refused. */
public record DeadLetter(
        String service,
        String reason,
        String detail,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Instant at) {}
