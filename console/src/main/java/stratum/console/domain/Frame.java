package stratum.console.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that was read at one moment, for the next to be compared with. */
public record Frame(Instant at, BrokerReading broker, Heard heard) {

    Traffic trafficSince(Frame before) {
        return new Traffic(before.broker, broker);
    }

    /** Decisions a second on these topics. What was there before the console started is history and has no pace. */
    double heardSince(Frame before, List<String> topics) {
        long millis = Duration.between(before.at, at).toMillis();
        if (millis <= 0 || !before.heard.caughtUp()) {
            return 0;
        }
        long more = topics.stream()
                .mapToLong(topic -> heard.total(topic) - before.heard.total(topic))
                .sum();
        return Math.max(0, more) * 1000.0 / millis;
    }
}
