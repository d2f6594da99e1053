package stratum.customer.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the clock.
 *
 * @param enabled whether this instance may run the clock; a replay brings its own ticks and turns it off
 * @param every the time from tick to tick
 */
@ConfigurationProperties("stratum.clock")
public record ClockSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration every) {

    public ClockSettings {
        if (every.toMillis() < 1) {
            throw new IllegalArgumentException("stratum.clock.every is at least 1 ms, not " + every);
        }
    }
}
