package stratum.sandbox.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.ClockTicked;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/** All that was decided, by customer and time, as it can be read by whoever reads committed records only. */
record Decisions(
        List<String> signals,
        List<String> transitions,
        List<String> milestones,
        List<String> offers,
        List<String> decisions,
        List<String> scores,
        List<String> stages) {

    static Decisions of(Road road) {
        return new Decisions(
                on(Topics.TIER_SIGNALS, road),
                on(Topics.TRANSITIONS, road),
                on(Topics.MILESTONES, road),
                on(Topics.OFFERS, road),
                on(Topics.DECISIONS, road),
                on(Topics.SCORES, road),
                on(Topics.STAGES, road));
    }

    private static List<String> on(String topic, Road road) {
        return events(topic, road).stream()
                .sorted(Comparator.comparing(Decisions::customer).thenComparing(Decisions::time))
                .map(SpecificRecord::toString)
                .toList();
    }

    /** The events of a topic, in the order of the log within each partition. */
    static List<SpecificRecord> events(String topic, Road road) {
        List<SpecificRecord> events = new ArrayList<>();
        try (TopicReader reader = new TopicReader(road.addresses().bootstrapServers())) {
            reader.readAll(topic, record -> {
                SpecificRecord event = road.serde().deserializer().deserialize(topic, record.value());
                if (!(event instanceof ClockTicked)) {
                    events.add(event);
                }
            });
        }
        return events;
    }

    private static String customer(SpecificRecord event) {
        return Objects.requireNonNull(FactRules.customerOf(event));
    }

    private static Instant time(SpecificRecord event) {
        return Objects.requireNonNull(FactRules.occurredAt(event));
    }
}
