package stratum.sandbox.play;

import java.time.Instant;

/**
 * A business day that was published.
 *
 * @param tick the end of the day
 * @param factsBefore facts of the days before it
 * @param begunNanos when its first fact was sent
 */
record Published(Instant tick, long factsBefore, long begunNanos) {}
