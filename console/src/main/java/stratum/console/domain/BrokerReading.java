package stratum.console.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the broker said at one moment: its topics of the catalogue and the groups that read them. */
public record BrokerReading(Instant at, List<TopicReading> topics, List<GroupReading> groups) {

    Optional<TopicReading> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    Optional<GroupReading> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    List<GroupReading> readersOf(String topic) {
        return groups.stream().filter(group -> group.reads(topic)).toList();
    }
}
