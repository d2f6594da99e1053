package stratum.console.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the topics of decisions.
 *
 * @param caughtUp whether what was already there when the console started has been read
 * @param fromTheStart whether nothing was left out before the first record read, so that tallies are totals
 * @param tallies how many of each kind, by topic
 * @param reached the business time that every partition of a topic of ticks has passed
 * @param worked facts worked through, by topic of passed-on ticks
 */
public record Heard(
        List<News.Signal> signals,
        List<News.Transition> transitions,
        List<News.Offer> offers,
        List<News.Withheld> withheld,
        List<DeadLetter> deadLetters,
        boolean caughtUp,
        boolean fromTheStart,
        Map<String, Map<String, Long>> tallies,
        Map<String, Instant> reached,
        Map<String, Long> worked) {

    public static final Heard NOTHING =
            new Heard(List.of(), List.of(), List.of(), List.of(), List.of(), false, true, Map.of(), Map.of(), Map.of());

    public long total(String topic) {
        return tallies.getOrDefault(topic, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Counts on a topic, largest first. */
    public List<Map.Entry<String, Long>> largest(String topic) {
        return tallies.getOrDefault(topic, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    public long count(String topic, String kind) {
        return tallies.getOrDefault(topic, Map.of()).getOrDefault(kind, 0L);
    }

    public @Nullable Instant reachedOn(String topic) {
        return reached.get(topic);
    }
}
