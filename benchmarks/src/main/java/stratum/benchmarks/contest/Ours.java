package stratum.benchmarks.contest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import stratum.platform.stream.Decider;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionStreams;
import stratum.platform.stream.DecisionTopology;

/** The service's own topology, with the clients and settings it has in the service. */
final class Ours implements Contestant {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    public Measured run(Course course) throws InterruptedException {
        Counted<?> decider = Rules.of(course.subject());
        try (StreamsRun run = new StreamsRun(streams(decider, course, Map.of()), course)) {
            return run.measure(decider, () -> clockReached(course));
        }
    }

    KafkaStreams streams(Decider<?> decider, Course course, Map<String, Object> more) {
        Map<String, Object> settings = settings(course);
        settings.putAll(more);
        return DecisionStreams.of(topology(decider, course), settings);
    }

    private DecisionTopology<?> topology(Decider<?> decider, Course course) {
        return course.subject()
                .topology(
                        decider,
                        new DecisionSettings(course.subject().service(), Rules.ZONE, Events.serde(course), meters));
    }

    /** What all who use Kafka Streams are started with. */
    static Map<String, Object> settings(Course course) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, course.application());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, course.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, course.stateDir());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, course.threads());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, course.commitInterval().toMillis());
        // What was written is counted afterwards, so nothing may be compacted before.
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG), Long.toString(Long.MAX_VALUE));
        return settings;
    }

    private boolean clockReached(Course course) {
        Collection<Gauge> clocks = meters.find("stratum.clock").gauges();
        return clocks.size() == course.partitions()
                && clocks.stream()
                        .allMatch(clock -> clock.value() >= course.lastTick().getEpochSecond());
    }
}
