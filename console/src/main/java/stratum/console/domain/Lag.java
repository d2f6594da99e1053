package stratum.console.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a group is behind on a topic.
 *
 * @param records yet to take
 * @param perSecond taken a second
 * @param catchUp when it will have caught up at this pace; none while it does not come closer
 */
public record Lag(
        String group,
        int members,
        long records,
        double perSecond,
        Trend trend,
        @Nullable Duration catchUp) {}
