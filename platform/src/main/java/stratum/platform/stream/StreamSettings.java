package stratum.platform.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the stream.
 *
 * @param threads stream threads of this instance; more than the partitions it gets are idle
 * @param commitInterval how often decisions are committed, and so how long one may take to be readable
 * @param standbys copies of the state on other instances, for a quick take-over
 */
@ConfigurationProperties("stratum.streams")
record StreamSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("0") int standbys) {}
