package stratum.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import stratum.customer.store.Leadership;
import stratum.events.ClockTicked;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.ProductFamily;
import stratum.events.TopicHead;
import stratum.schemas.Topics;

/** The clock against a real broker and a real database. */
@NullUnmarked // What is missing fails the test.
final class ClockTest {

    private static final String[] CLOCK = {"--stratum.clock.enabled=true", "--stratum.clock.every=50ms"};

    private TestSystem system;

    @BeforeEach
    void start() {
        system = new TestSystem();
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void every_partition_gets_every_tick_with_how_far_the_facts_had_come() {
        system.publish(Topics.HOLDINGS, "c-1", holding());
        system.start(CLOCK);

        List<ConsumerRecord<String, byte[]>> log = system.await(Topics.CLOCK, atLeast(5));

        for (int partition = 0; partition < TestSystem.PARTITIONS; partition++) {
            List<ConsumerRecord<String, byte[]>> ticks = of(partition, log);
            assertThat(times(ticks)).isSorted().doesNotHaveDuplicates();
            assertThat(ticks.get(0).key()).isEqualTo("clock:" + partition);
            assertThat(ticks.get(0).timestamp())
                    .isEqualTo(tick(ticks.get(0)).getBusinessTime().toEpochMilli());
        }
        List<TopicHead> heads = List.of(
                head(Topics.HOLDINGS, tick(of(0, log).get(0))),
                head(Topics.HOLDINGS, tick(of(1, log).get(0))));
        assertThat(heads).extracting(TopicHead::getPartition).containsExactly(0, 1);
        assertThat(heads.stream().mapToLong(TopicHead::getEndOffset).sum()).isEqualTo(1);
        assertThat(tick(of(0, log).get(0)).getHeads())
                .extracting(TopicHead::getTopic)
                .isEqualTo(Stream.concat(Topics.sliced().stream(), Topics.decidedBy().stream())
                        .toList());
    }

    @Test
    void one_of_two_instances_ticks_and_when_it_goes_the_other_takes_over() {
        ConfigurableApplicationContext one = system.start(CLOCK);
        ConfigurableApplicationContext other = system.start(CLOCK);
        system.await(Topics.CLOCK, atLeast(3));
        ConfigurableApplicationContext leader = one.getBean(Leadership.class).isHeld() ? one : other;

        leader.close();
        int before = of(0, system.await(Topics.CLOCK, atLeast(1))).size();
        List<ConsumerRecord<String, byte[]>> log = system.await(Topics.CLOCK, atLeast(before + 20));

        assertThat(times(of(0, log))).isSorted().doesNotHaveDuplicates();
        assertThat(times(of(1, log))).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void time_never_goes_back_behind_the_last_tick_in_the_log() {
        // As far ahead as the broker takes a record: an hour is its limit.
        Instant ahead = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(30, ChronoUnit.MINUTES);
        system.publish(Topics.CLOCK, "clock:0", new ClockTicked(ahead, List.of()));
        system.start(CLOCK);

        List<ConsumerRecord<String, byte[]>> log = system.await(Topics.CLOCK, atLeast(4));

        assertThat(log.stream().map(ClockTest::tick).map(ClockTicked::getBusinessTime))
                .allMatch(time -> !time.isBefore(ahead));
    }

    @Test
    void where_the_clock_is_off_nothing_ticks() {
        ConfigurableApplicationContext instance = system.start();

        assertThat(instance.containsBean("clockTicking")).isFalse();
    }

    private static Predicate<List<ConsumerRecord<String, byte[]>>> atLeast(int ticks) {
        return records -> of(0, records).size() >= ticks && of(1, records).size() >= ticks;
    }

    private static List<ConsumerRecord<String, byte[]>> of(
            int partition, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.partition() == partition)
                .toList();
    }

    private static List<Instant> times(List<ConsumerRecord<String, byte[]>> ticks) {
        return ticks.stream()
                .map(ClockTest::tick)
                .map(ClockTicked::getBusinessTime)
                .toList();
    }

    private static ClockTicked tick(ConsumerRecord<String, byte[]> record) {
        return (ClockTicked) TestSystem.event(record);
    }

    private static TopicHead head(String topic, ClockTicked tick) {
        return tick.getHeads().stream()
                .filter(head -> head.getTopic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private static HoldingChanged holding() {
        return HoldingChanged.newBuilder()
                .setEventId("e-1")
                .setCustomerId("c-1")
                .setAccountId("a-1")
                .setOccurredAt(Instant.parse("2024-01-01T00:00:00Z"))
                .setProductCode("CURRENT")
                .setFamily(ProductFamily.DEPOSIT)
                .setStatus(HoldingStatus.OPENED)
                .build();
    }
}
