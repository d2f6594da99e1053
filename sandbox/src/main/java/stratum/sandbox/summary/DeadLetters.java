package stratum.sandbox.summary;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the services refused. Several may refuse the same fact, which is then one fact and several dead letters. */
public final class DeadLetters {

    /** Expected: a fact that comes too late still counts in totals, and is reported. */
    private static final String TOO_LATE = "TOO_LATE";

    private final Map<String, Long> byReason = new TreeMap<>();
    private final Set<String> facts = new HashSet<>();

    void add(ConsumerRecord<?, ?> letter) {
        byReason.merge(header(letter, "stratum.reason"), 1L, Long::sum);
        facts.add("%s-%s-%s"
                .formatted(
                        header(letter, "stratum.topic"),
                        header(letter, "stratum.partition"),
                        header(letter, "stratum.offset")));
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "UNKNOWN" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** How many facts were refused by one service or more. */
    long facts() {
        return facts.size();
    }

    /** How many dead letters there are that nobody expects. */
    public long unexpected() {
        return byReason.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(TOO_LATE))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<String, Long> byReason() {
        return byReason;
    }
}
