package stratum.customer.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a customer file stands.
 *
 * @param version goes up by one with every change; 0 where there is no file
 * @param eventId the fact that changed it last
 * @param changedAt when that was, in event time
 */
public record FileState(
        long version, @Nullable String eventId, @Nullable Instant changedAt) {

    /** No file yet. */
    public static final FileState NONE = new FileState(0, null, null);
}
