package stratum.customer.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The bank's time, in whole milliseconds. It never stands still from tick to tick and never goes back. */
public final class BusinessTime {

    /** A time further ahead than this is a mistake, not a clock that lags. The deciding services draw the line here too. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private BusinessTime() {}

    /** Whether a moment is more than a day ahead of the clock. */
    public static boolean isAbsurd(Instant moment, Instant now) {
        return moment.isAfter(now.plus(AHEAD));
    }

    /** The moment of the next tick, at least a millisecond after the last one, whatever the wall clock says. */
    public static Instant next(Instant now, @Nullable Instant last) {
        Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
        return last == null || moment.isAfter(last) ? moment : last.plusMillis(1);
    }
}
