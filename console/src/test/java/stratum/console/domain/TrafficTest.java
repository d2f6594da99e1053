package stratum.console.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static stratum.schemas.Topics.HOLDINGS;
import static stratum.schemas.Topics.OFFERS;
import static stratum.schemas.Topics.TRANSACTIONS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stratum.schemas.Topics;

class TrafficTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_rate_is_what_was_written_between_two_readings_by_the_time_between() {
        Traffic traffic = new Traffic(at(0, topic(1_000, 1_000)), at(4, topic(3_000, 1_400)));

        assertThat(traffic.written(List.of(TRANSACTIONS))).isEqualTo(600.0);
    }

    @Test
    void one_reading_alone_has_no_rate() {
        BrokerReading only = at(0, topic(1_000, 1_000));

        assertThat(new Traffic(only, only).written(List.of(TRANSACTIONS))).isZero();
    }

    @Test
    void a_topic_made_anew_has_no_negative_rate() {
        Traffic traffic = new Traffic(at(0, topic(9_000, 9_000)), at(2, topic(10, 0)));

        assertThat(traffic.written(List.of(TRANSACTIONS))).isZero();
    }

    @Test
    void lag_is_the_end_less_what_was_committed_over_all_partitions() {
        Traffic traffic = new Traffic(at(0), at(2, topic(1_000, 500), group(900, 500)));

        assertThat(state(traffic).lag()).isEqualTo(100);
    }

    @Test
    void a_partition_never_committed_counts_from_its_start() {
        TopicReading trimmed = new TopicReading(TRANSACTIONS, Map.of(0, new Span(400, 1_000)), 0);
        GroupReading group = new GroupReading("scoring", 1, Map.of(TRANSACTIONS, Map.of()));

        assertThat(group.lagOn(trimmed)).isEqualTo(600);
    }

    @Test
    void a_group_that_does_not_read_a_topic_does_not_lag_on_it() {
        Traffic traffic = new Traffic(at(0), at(2, topic(1_000, 500), new GroupReading("campaign", 1, Map.of())));

        assertThat(traffic.lag("campaign", List.of(TRANSACTIONS))).isZero();
    }

    @Test
    void one_behind_on_a_topic_written_in_transactions_is_its_end_mark() {
        GroupReading group = new GroupReading(
                "customer-service", 1, Map.of(OFFERS, Map.of(0, 99L, 1, 48L), TRANSACTIONS, Map.of(0, 99L)));

        assertThat(group.lagOn(new TopicReading(OFFERS, Map.of(0, new Span(0, 100), 1, new Span(0, 50)), 0)))
                .isEqualTo(2);
        assertThat(group.lagOn(new TopicReading(TRANSACTIONS, Map.of(0, new Span(0, 100)), 0)))
                .isEqualTo(1);
    }

    @Test
    void a_lag_that_falls_says_when_it_will_be_gone() {
        BrokerReading before = at(0, topic(5_000, 5_000), group(0, 0));
        BrokerReading now = at(10, topic(5_000, 5_000), group(2_000, 3_000));

        Lag lag = state(new Traffic(before, now)).lags().get(0);

        assertThat(lag).isEqualTo(new Lag("scoring", 1, 5_000, 500.0, Trend.FALLING, Duration.ofSeconds(10)));
    }

    @Test
    void a_lag_that_rises_has_no_time_to_catch_up() {
        BrokerReading before = at(0, topic(1_000, 1_000), group(1_000, 1_000));
        BrokerReading now = at(10, topic(9_000, 9_000), group(3_000, 3_000));

        Lag lag = state(new Traffic(before, now)).lags().get(0);

        assertThat(lag).isEqualTo(new Lag("scoring", 1, 12_000, 400.0, Trend.RISING, null));
    }

    @Test
    void a_lag_that_breathes_is_steady() {
        assertThat(Trend.of(0, 40)).isEqualTo(Trend.STEADY);
        assertThat(Trend.of(10_000, 10_400)).isEqualTo(Trend.STEADY);
        assertThat(Trend.of(10_000, 11_000)).isEqualTo(Trend.RISING);
        assertThat(Trend.of(10_000, 9_000)).isEqualTo(Trend.FALLING);
    }

    @Test
    void a_topic_of_the_catalogue_that_the_broker_lacks_is_shown_as_missing() {
        Traffic traffic = new Traffic(at(0), at(2, topic(1, 1)));

        assertThat(traffic.topics(Topics.catalogue()))
                .hasSameSizeAs(Topics.catalogue())
                .filteredOn(TopicState::exists)
                .extracting(TopicState::name)
                .containsExactly(TRANSACTIONS);
    }

    @Test
    void sizes_of_several_topics_add_up() {
        TopicReading holdings = new TopicReading(HOLDINGS, Map.of(0, new Span(10, 30)), 0);
        BrokerReading reading = new BrokerReading(NOON, List.of(topic(100, 50), holdings), List.of());

        assertThat(new Traffic(reading, reading).size(Topics.facts())).isEqualTo(170);
    }

    private static TopicState state(Traffic traffic) {
        return traffic.topics(List.of(Topics.named(TRANSACTIONS))).get(0);
    }

    private static BrokerReading at(int seconds) {
        return new BrokerReading(NOON.plusSeconds(seconds), List.of(), List.of());
    }

    private static BrokerReading at(int seconds, TopicReading topic, GroupReading... groups) {
        return new BrokerReading(NOON.plusSeconds(seconds), List.of(topic), List.of(groups));
    }

    private static TopicReading topic(long first, long second) {
        return new TopicReading(TRANSACTIONS, Map.of(0, new Span(0, first), 1, new Span(0, second)), 0);
    }

    private static GroupReading group(long first, long second) {
        return new GroupReading("scoring", 1, Map.of(TRANSACTIONS, Map.of(0, first, 1, second)));
    }
}
