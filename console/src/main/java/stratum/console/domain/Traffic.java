package stratum.console.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.schemas.Topic;

/**
 * What follows from two readings of the broker some seconds apart: rates, lag, and where lag is going.
 * With one reading alone all rates are 0.
 */
public record Traffic(BrokerReading before, BrokerReading now) {

    /** The state of each topic of the catalogue, in its order; one that the broker lacks has no partitions. */
    public List<TopicState> topics(List<Topic> catalogue) {
        return catalogue.stream().map(this::state).toList();
    }

    /** Records written to these topics a second, together. */
    public double written(List<String> topics) {
        return topics.stream().mapToDouble(this::written).sum();
    }

    /** Offsets that these topics hold, together. */
    public long size(List<String> topics) {
        return readings(topics).mapToLong(TopicReading::size).sum();
    }

    /** Records of these topics that groups with this word in their name have yet to take. */
    public long lag(String word, List<String> topics) {
        return groups(word)
                .mapToLong(group -> readings(topics).mapToLong(group::lagOn).sum())
                .sum();
    }

    /** Records of these topics that groups with this word in their name take a second. */
    public double taken(String word, List<String> topics) {
        return groups(word)
                .mapToDouble(group -> topics.stream()
                        .mapToDouble(topic -> taken(group, topic))
                        .sum())
                .sum();
    }

    private Stream<GroupReading> groups(String word) {
        return now.groups().stream().filter(group -> group.name().contains(word));
    }

    private Stream<TopicReading> readings(List<String> topics) {
        return topics.stream().map(now::topic).flatMap(Optional::stream);
    }

    private TopicState state(Topic topic) {
        return now.topic(topic.name())
                .map(reading -> state(topic, reading))
                .orElseGet(() -> new TopicState(topic.name(), topic.owner(), topic.says(), 0, 0, -1, 0, List.of()));
    }

    private TopicState state(Topic topic, TopicReading reading) {
        List<Lag> lags = now.readersOf(topic.name()).stream()
                .map(group -> lag(group, reading))
                .toList();
        return new TopicState(
                topic.name(),
                topic.owner(),
                topic.says(),
                reading.spans().size(),
                reading.size(),
                reading.bytes(),
                written(topic.name()),
                lags);
    }

    private Lag lag(GroupReading group, TopicReading topic) {
        long records = group.lagOn(topic);
        long earlier = before.group(group.name())
                .flatMap(then -> before.topic(topic.name()).map(then::lagOn))
                .orElse(records);
        return new Lag(
                group.name(),
                group.members(),
                records,
                taken(group, topic.name()),
                Trend.of(earlier, records),
                catchUp(earlier, records));
    }

    private @Nullable Duration catchUp(long earlier, long records) {
        double closer = perSecond(earlier - records);
        return records == 0 || closer <= 0 ? null : Duration.ofSeconds(Math.round(records / closer));
    }

    private double written(String topic) {
        return rate(topic, TopicReading::written, TopicReading::written);
    }

    private double taken(GroupReading group, String topic) {
        return before.group(group.name())
                .map(then -> rate(topic, then::takenFrom, group::takenFrom))
                .orElse(0.0);
    }

    /** A topic made anew starts at 0 again, and a group may be set back: that is no negative rate. */
    private double rate(String topic, ToLongFunction<TopicReading> then, ToLongFunction<TopicReading> later) {
        return before.topic(topic)
                .flatMap(was -> now.topic(topic).map(is -> later.applyAsLong(is) - then.applyAsLong(was)))
                .map(change -> Math.max(0, perSecond(change)))
                .orElse(0.0);
    }

    private double perSecond(long change) {
        long millis = Duration.between(before.at(), now.at()).toMillis();
        return millis <= 0 ? 0 : change * 1000.0 / millis;
    }
}
