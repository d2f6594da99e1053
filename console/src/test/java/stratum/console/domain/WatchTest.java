package stratum.console.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stratum.schemas.Topics;

class WatchTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Watch watch = new Watch();

    @Test
    void before_anything_was_read_every_part_is_starting() {
        Snapshot first = watch.atFirst(NOON);

        assertThat(first.health())
                .containsOnlyKeys(Watch.PARTS)
                .allSatisfy((part, health) -> assertThat(health).isEqualTo(Health.STARTING));
        assertThat(first.ready()).isFalse();
    }

    @Test
    void a_part_that_answered_and_no_longer_does_is_down_and_not_starting() {
        see(0, 0, Health.Answer.READY);

        Snapshot snapshot = see(2, 0, Health.Answer.NONE);

        assertThat(snapshot.health()).containsEntry("scoring", Health.DOWN);
        assertThat(snapshot.health()).containsEntry("campaign", Health.STARTING);
    }

    @Test
    void a_broker_that_does_not_answer_leaves_its_topics_as_last_seen() {
        see(0, 4_000, Health.Answer.READY);

        Snapshot snapshot = watch.see(NOON.plusSeconds(2), null, Heard.NOTHING, services(Health.Answer.READY));

        assertThat(snapshot.road().bank().total()).isEqualTo(4_000);
    }

    @Test
    void a_rate_is_taken_over_the_last_few_readings() {
        see(0, 0, Health.Answer.READY);
        see(2, 8_000, Health.Answer.READY);
        see(4, 8_000, Health.Answer.READY);

        Snapshot snapshot = see(6, 12_000, Health.Answer.READY);

        assertThat(snapshot.road().bank().outPerSecond()).isEqualTo(2_000);
    }

    @Test
    void decisions_made_before_the_console_started_have_no_pace() {
        watch.see(NOON, null, heard(false, 9_000), services(Health.Answer.READY));

        Snapshot snapshot = watch.see(NOON.plusSeconds(2), null, heard(true, 10_000), services(Health.Answer.READY));

        assertThat(snapshot.road().scoring().outPerSecond()).isZero();
        assertThat(watch.see(NOON.plusSeconds(4), null, heard(true, 10_000), services(Health.Answer.READY))
                        .pace())
                .hasSize(3);
    }

    @Test
    void the_chart_keeps_five_minutes_and_no_more() {
        for (int i = 0; i < 400; i++) {
            see(2 * i, i, Health.Answer.READY);
        }

        assertThat(see(1_000, 400, Health.Answer.READY).pace()).hasSize(150);
    }

    private Snapshot see(int seconds, long facts, Health.Answer scoring) {
        TopicReading topic = new TopicReading(Topics.TRANSACTIONS, Map.of(0, new Span(0, facts)), 0);
        Instant at = NOON.plusSeconds(seconds);
        return watch.see(at, new BrokerReading(at, List.of(topic), List.of()), Heard.NOTHING, services(scoring));
    }

    private static ServicesReading services(Health.Answer scoring) {
        return new ServicesReading(Map.of("scoring", scoring), null, null, null);
    }

    private static Heard heard(boolean caughtUp, long signals) {
        return new Heard(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                caughtUp,
                true,
                Map.of(Topics.TIER_SIGNALS, Map.of("ASSIGNED", signals)),
                Map.of(),
                Map.of());
    }
}
