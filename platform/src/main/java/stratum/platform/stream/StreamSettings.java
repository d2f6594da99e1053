package stratum.platform.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the stream.
 *
 * @param threads stream threads of this instance; more than the partitions it gets are idle
 * @param commitInterval how often decisions are committed, and so how long one may take to be readable
 * @param cache memory that keeps changed customers until the commit, for all threads
 * @param standbys copies of the state on other instances, for a quick take-over
 */
@ConfigurationProperties("stratum.streams")
record StreamSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("64MB") DataSize cache,
        @DefaultValue("0") int standbys) {}
