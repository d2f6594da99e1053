package stratum.benchmarks.contest;

import java.time.Duration;
import java.time.Instant;

/**
 * What a contestant is sent over.
 *
 * @param subject the service that is measured
 * @param application its application id, consumer group and the beginning of its changelogs' names
 * @param stateDir where it may keep files
 * @param facts how many facts there are
 * @param lastTick the tick after the last of them
 */
public record Course(
        String bootstrapServers,
        String registryUrl,
        Subject subject,
        String application,
        String stateDir,
        Duration commitInterval,
        int threads,
        int partitions,
        long facts,
        Instant lastTick) {

    String changelog(String store) {
        return "%s-%s-changelog".formatted(application, store);
    }

    /** The same course for another application. */
    public Course by(String other) {
        return new Course(
                bootstrapServers,
                registryUrl,
                subject,
                other,
                stateDir,
                commitInterval,
                threads,
                partitions,
                facts,
                lastTick);
    }

    public Course threads(int number) {
        return new Course(
                bootstrapServers,
                registryUrl,
                subject,
                application,
                stateDir,
                commitInterval,
                number,
                partitions,
                facts,
                lastTick);
    }

    public Course commitInterval(Duration other) {
        return new Course(
                bootstrapServers,
                registryUrl,
                subject,
                application,
                stateDir,
                other,
                threads,
                partitions,
                facts,
                lastTick);
    }

    public Course facts(long number) {
        return new Course(
                bootstrapServers,
                registryUrl,
                subject,
                application,
                stateDir,
                commitInterval,
                threads,
                partitions,
                number,
                lastTick);
    }
}
