package stratum.customer.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The bank's time, in whole milliseconds. It never stands still from tick to tick and never goes back. */
public final class BusinessTime {

    private BusinessTime() {}

    /** The moment of the next tick, at least a millisecond after the last one, whatever the wall clock says. */
    public static Instant next(Instant now, @Nullable Instant last) {
        Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
        return last == null || moment.isAfter(last) ? moment : last.plusMillis(1);
    }
}
