package stratum.console.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the broker said of a consumer group at one moment.
 *
 * @param members how many clients are in it
 * @param committed the offset committed, by topic and partition
 */
public record GroupReading(String name, int members, Map<String, Map<Integer, Long>> committed) {

    /**
     * Records of a topic that this group has yet to take; a partition never committed counts from its start, a topic
     * that it never read not at all.
     */
    long lagOn(TopicReading topic) {
        if (!reads(topic.name())) {
            return 0;
        }
        Map<Integer, Long> own = committed.getOrDefault(topic.name(), Map.of());
        return topic.spans().entrySet().stream()
                .mapToLong(span -> lag(span.getValue(), own.get(span.getKey())))
                // Plain consumers stop before the mark: being one behind there is having read everything.
                .map(lag -> lag == 1 && topic.endsInMark() ? 0 : lag)
                .sum();
    }

    long takenFrom(TopicReading topic) {
        return reads(topic.name()) ? topic.written() - lagOn(topic) : 0;
    }

    boolean reads(String topic) {
        return committed.containsKey(topic);
    }

    private static long lag(Span span, @Nullable Long committed) {
        long from = committed == null ? span.start() : Math.max(committed, span.start());
        return Math.max(0, span.end() - from);
    }
}
