package stratum.console.listener;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import stratum.console.domain.DeadLetter;
import stratum.console.domain.Heard;
import stratum.console.domain.Newest;
import stratum.console.domain.News;
import stratum.console.domain.Tally;
import stratum.events.ClockTicked;

/** What was read, kept in a fixed amount of room: the newest few, the tallies, and how far each partition's clock is. */
final class Memory {

    static final int NEWEST = 20;

    private static final String FACTS = "stratum.facts";

    private final Newest<News.Signal> signals = new Newest<>(NEWEST);
    private final Newest<News.Transition> transitions = new Newest<>(NEWEST);
    private final Newest<News.Offer> offers = new Newest<>(NEWEST);
    private final Newest<News.Withheld> withheld = new Newest<>(NEWEST);
    private final Newest<DeadLetter> deadLetters = new Newest<>(NEWEST);
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<TopicPartition, Instant> reached = new HashMap<>();
    private final Map<TopicPartition, Long> worked = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private boolean caughtUp;
    private boolean fromTheStart = true;

    synchronized void partitions(Map<String, Integer> counts, boolean complete) {
        partitions.putAll(counts);
        fromTheStart &= complete;
    }

    synchronized void caughtUp() {
        caughtUp = true;
    }

    synchronized void tell(String topic, News news) {
        tally(topic, news.kind());
        if (news instanceof News.Signal signal) {
            signals.add(signal);
        } else if (news instanceof News.Transition transition) {
            transitions.add(transition);
        } else if (news instanceof News.Offer offer) {
            offers.add(offer);
        } else if (news instanceof News.Withheld decision) {
            withheld.add(decision);
        }
    }

    synchronized void tick(ConsumerRecord<byte[], byte[]> from, ClockTicked tick) {
        TopicPartition partition = new TopicPartition(from.topic(), from.partition());
        reached.merge(partition, tick.getBusinessTime(), (one, other) -> one.isAfter(other) ? one : other);
        String facts = header(from, FACTS);
        if (facts != null) {
            worked.put(partition, Long.parseLong(facts));
        }
    }

    synchronized void bury(ConsumerRecord<byte[], byte[]> from) {
        DeadLetter letter = deadLetter(from);
        tally(from.topic(), letter.reason());
        deadLetters.add(letter);
    }

    synchronized Heard heard() {
        return new Heard(
                signals.all(),
                transitions.all(),
                offers.all(),
                withheld.all(),
                deadLetters.all(),
                caughtUp,
                fromTheStart,
                tallies.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, tally -> tally.getValue().counts())),
                clocks(),
                worked.entrySet().stream()
                        .collect(Collectors.groupingBy(
                                entry -> entry.getKey().topic(), Collectors.summingLong(Map.Entry::getValue))));
    }

    /** A topic has reached what its slowest partition has; one partition without a tick has reached nothing. */
    private Map<String, Instant> clocks() {
        Map<String, Long> ticked =
                reached.keySet().stream().collect(Collectors.groupingBy(TopicPartition::topic, Collectors.counting()));
        Map<String, Instant> slowest = new HashMap<>();
        reached.forEach((partition, time) -> {
            String topic = partition.topic();
            if (ticked.getOrDefault(topic, 0L) >= partitions.getOrDefault(topic, 1)) {
                slowest.merge(topic, time, (one, other) -> one.isBefore(other) ? one : other);
            }
        });
        return Map.copyOf(slowest);
    }

    private void tally(String topic, String kind) {
        tallies.computeIfAbsent(topic, name -> new Tally()).count(kind);
    }

    private static DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> from) {
        return new DeadLetter(
                said(from, stratum.platform.kafka.DeadLetter.SERVICE, service(from.topic())),
                said(from, stratum.platform.kafka.DeadLetter.REASON, "UNREADABLE"),
                said(from, stratum.platform.kafka.DeadLetter.DETAIL, ""),
                said(from, stratum.platform.kafka.DeadLetter.TOPIC, from.topic()),
                (int) number(said(from, stratum.platform.kafka.DeadLetter.PARTITION, "-1")),
                number(said(from, stratum.platform.kafka.DeadLetter.OFFSET, "-1")),
                from.key() == null ? null : new String(from.key(), UTF_8),
                Instant.ofEpochMilli(from.timestamp()));
    }

    private static String service(String topic) {
        return topic.substring(0, topic.indexOf('.'));
    }

    private static String said(ConsumerRecord<byte[], byte[]> from, String header, String otherwise) {
        String value = header(from, header);
        return value == null ? otherwise : value;
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
