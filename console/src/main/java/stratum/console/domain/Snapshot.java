package stratum.console.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.schemas.Topic;
import stratum.schemas.Topics;

/**
 * Everything one page shows.
 *
 * @param number counts up with each snapshot
 * @param health by part, in the order in which they start
 * @param pace the last minutes, oldest first
 */
public record Snapshot(
        long number,
        Instant at,
        Map<String, Health> health,
        Road road,
        List<TopicState> topics,
        @Nullable Distribution tiers,
        @Nullable Distribution stages,
        Heard heard,
        List<Pace> pace) {

    /** Whether every part is up. */
    public boolean ready() {
        return health.values().stream().allMatch(Health.UP::equals);
    }

    /** Dead letters read, of all services. */
    public long deadLetters() {
        return deadLetterReasons().stream().mapToLong(Map.Entry::getValue).sum();
    }

    /** Dead letters read, of all services, by reason; the most frequent first. */
    public List<Map.Entry<String, Long>> deadLetterReasons() {
        return Topics.catalogue().stream()
                .filter(Topic::carriesRawRecords)
                .flatMap(topic -> heard.largest(topic.name()).stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
