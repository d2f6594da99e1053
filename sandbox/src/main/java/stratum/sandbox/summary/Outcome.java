package stratum.sandbox.summary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import stratum.events.Considered;
import stratum.events.DecisionMade;
import stratum.events.OfferMade;
import stratum.events.Scored;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.events.TierSignalled;
import stratum.sandbox.play.Addresses;
import stratum.sandbox.play.Clients;
import stratum.schemas.Topics;

/** What the services made of the facts, counted from their topics as far as it is committed. */
public final class Outcome {

    private static final List<String> TIERS = List.of("MASS", "CORE", "VIP", "PRIVATE");
    private static final List<String> DEAD_LETTERS = List.of(
            Topics.CUSTOMER_DEAD_LETTERS,
            Topics.SCORING_DEAD_LETTERS,
            Topics.LIFECYCLE_DEAD_LETTERS,
            Topics.CAMPAIGN_DEAD_LETTERS);

    private final Map<String, Map<String, byte[]>> latest =
            Map.of(Topics.SCORES, new HashMap<>(), Topics.STAGES, new HashMap<>());
    private final Map<String, Long> tiers = counters(TIERS.stream());
    private final Map<String, Long> stages =
            counters(Arrays.stream(Stage.values()).map(Enum::name));
    private final Map<String, Long> signals =
            counters(Arrays.stream(SignalKind.values()).map(Enum::name));
    private final Map<Move, Long> moves = new TreeMap<>();
    private final Map<String, Long> offers = new TreeMap<>();
    private final Map<String, Long> withheld = new TreeMap<>();
    private final DeadLetters deadLetters = new DeadLetters();
    private final Deserializer<SpecificRecord> events;

    private Outcome(Deserializer<SpecificRecord> events) {
        this.events = events;
    }

    /** Reads all that is committed now. */
    public static Outcome read(Addresses addresses) {
        Clients clients = addresses.clients();
        try (Consumer<String, byte[]> consumer = clients.consumer();
                Deserializer<SpecificRecord> events = clients.events()) {
            Outcome outcome = new Outcome(events);
            outcome.readAll(consumer);
            outcome.countLatest();
            return outcome;
        }
    }

    private void readAll(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = Stream.concat(
                        Stream.of(
                                Topics.SCORES,
                                Topics.TIER_SIGNALS,
                                Topics.STAGES,
                                Topics.TRANSITIONS,
                                Topics.OFFERS,
                                Topics.DECISIONS),
                        DEAD_LETTERS.stream())
                .flatMap(topic -> Clients.partitions(consumer, topic).stream())
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
        while (!left.isEmpty()) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::take);
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> table = latest.get(record.topic());
        if (DEAD_LETTERS.contains(record.topic())) {
            deadLetters.add(record);
        } else if (table == null) {
            count(events.deserialize(record.topic(), record.value()));
        } else if (record.value() == null) {
            table.remove(record.key());
        } else if (!record.key().startsWith("clock:")) {
            table.put(record.key(), record.value());
        }
    }

    private void count(SpecificRecord event) {
        if (event instanceof TierSignalled signal) {
            plusOne(signals, signal.getKind().name());
        } else if (event instanceof StageChanged change) {
            moves.merge(new Move(change.getFrom(), change.getTo()), 1L, Long::sum);
        } else if (event instanceof OfferMade offer) {
            plusOne(offers, offer.getCampaignId());
        } else if (event instanceof DecisionMade decision) {
            decision.getConsidered().stream()
                    .map(Considered::getWithheld)
                    .filter(reason -> reason != null)
                    .forEach(reason -> plusOne(withheld, reason));
        }
    }

    private void countLatest() {
        each(Topics.SCORES, Scored.class, tiers, Scored::getTier);
        each(Topics.STAGES, Staged.class, stages, staged -> staged.getStage().name());
    }

    private <T> void each(String topic, Class<T> type, Map<String, Long> counts, Function<T, String> what) {
        latestOf(topic).values().stream()
                .map(value -> events.deserialize(topic, value))
                .map(type::cast)
                .forEach(event -> plusOne(counts, what.apply(event)));
    }

    private Map<String, byte[]> latestOf(String topic) {
        return latest.getOrDefault(topic, Map.of());
    }

    private static void plusOne(Map<String, Long> counts, String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private static Map<String, Long> counters(Stream<String> names) {
        Map<String, Long> counters = new LinkedHashMap<>();
        names.forEach(name -> counters.put(name, 0L));
        return counters;
    }

    long customers() {
        Set<String> all = new HashSet<>(latestOf(Topics.SCORES).keySet());
        all.addAll(latestOf(Topics.STAGES).keySet());
        return all.size();
    }

    Map<String, Long> tiers() {
        return tiers;
    }

    Map<String, Long> stages() {
        return stages;
    }

    Map<String, Long> signals() {
        return signals;
    }

    List<Summary.Transition> transitions() {
        List<Summary.Transition> all = new ArrayList<>();
        moves.forEach((move, count) -> all.add(new Summary.Transition(
                move.from() == null ? null : move.from().name(), move.to().name(), count)));
        return all;
    }

    Map<String, Long> offers() {
        return offers;
    }

    Map<String, Long> withheld() {
        return withheld;
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** From one stage to another, in the order in which customers go through them. */
    private record Move(@Nullable Stage from, Stage to) implements Comparable<Move> {

        @Override
        public int compareTo(Move other) {
            int byFrom = Integer.compare(rank(from), rank(other.from));
            return byFrom == 0 ? to.compareTo(other.to) : byFrom;
        }

        private static int rank(@Nullable Stage stage) {
            return stage == null ? -1 : stage.ordinal();
        }
    }
}
