package stratum.console.listener;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static stratum.schemas.Topics.SCORING_DEAD_LETTERS;
import static stratum.schemas.Topics.TIER_SIGNALS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import stratum.console.domain.DeadLetter;
import stratum.console.domain.News;
import stratum.events.ClockTicked;

class MemoryTest {

    private static final Instant MONDAY = Instant.parse("1994-03-28T23:59:59.999Z");
    private static final Instant TUESDAY = Instant.parse("1994-03-29T23:59:59.999Z");

    private final Memory memory = new Memory();

    @Test
    void a_topic_has_reached_the_day_of_its_slowest_partition() {
        memory.partitions(Map.of(TIER_SIGNALS, 2), true);
        memory.tick(record(0, "10"), new ClockTicked(TUESDAY, List.of()));

        assertThat(memory.heard().reachedOn(TIER_SIGNALS)).isNull();

        memory.tick(record(1, "5"), new ClockTicked(MONDAY, List.of()));

        assertThat(memory.heard().reachedOn(TIER_SIGNALS)).isEqualTo(MONDAY);
        assertThat(memory.heard().worked()).containsEntry(TIER_SIGNALS, 15L);
    }

    @Test
    void an_older_tick_takes_no_day_back() {
        memory.tick(record(0, "10"), new ClockTicked(TUESDAY, List.of()));

        memory.tick(record(0, "10"), new ClockTicked(MONDAY, List.of()));

        assertThat(memory.heard().reachedOn(TIER_SIGNALS)).isEqualTo(TUESDAY);
    }

    @Test
    void of_many_signals_the_newest_twenty_are_kept_and_all_are_counted() {
        for (int i = 0; i < 100; i++) {
            memory.tell(TIER_SIGNALS, signal("c-" + i));
        }

        assertThat(memory.heard().signals()).hasSize(20).first().isEqualTo(signal("c-99"));
        assertThat(memory.heard().count(TIER_SIGNALS, "ASSIGNED")).isEqualTo(100);
    }

    @Test
    void a_dead_letter_says_where_it_came_from_and_why() {
        ConsumerRecord<byte[], byte[]> letter = letter("c-1");
        Map.of(
                        "stratum.reason", "INVALID",
                        "stratum.detail", "amountMinor is -1",
                        "stratum.service", "scoring",
                        "stratum.topic", "bank.transactions",
                        "stratum.partition", "2",
                        "stratum.offset", "77")
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));

        memory.bury(letter);

        assertThat(memory.heard().deadLetters())
                .containsExactly(new DeadLetter(
                        "scoring", "INVALID", "amountMinor is -1", "bank.transactions", 2, 77, "c-1", Instant.EPOCH));
        assertThat(memory.heard().count(SCORING_DEAD_LETTERS, "INVALID")).isEqualTo(1);
    }

    @Test
    void a_dead_letter_without_headers_is_shown_all_the_same() {
        memory.bury(letter("c-1"));

        assertThat(memory.heard().deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("UNREADABLE"));
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, String facts) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(TIER_SIGNALS, partition, 0, new byte[0], new byte[0]);
        record.headers().add("stratum.facts", facts.getBytes(UTF_8));
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> letter(String key) {
        return new ConsumerRecord<>(
                SCORING_DEAD_LETTERS,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(UTF_8),
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }

    private static News.Signal signal(String customer) {
        return new News.Signal(customer, MONDAY, "ASSIGNED", null, "MASS", 100, null, List.of());
    }
}
