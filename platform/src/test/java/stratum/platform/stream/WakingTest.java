package stratum.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.events.Channel;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.MilestoneKind;
import stratum.events.MilestoneReached;
import stratum.schemas.Topics;

/** What waits for a moment is done at that moment of business time, between the facts before and after it. */
final class WakingTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate MONDAY = LocalDate.parse("2024-03-04");

    private final DecisionDriver driver = new DecisionDriver(
            new DecisionTopology<>(
                    List.of(Input.ofBank(Topics.INTERACTIONS)),
                    List.of(Topics.DECISIONS),
                    new Snoozing(),
                    DecisionDriver.settings("lifecycle", ZONE)),
            ZONE);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void whoever_waits_is_woken_at_the_moment_though_the_clock_ticks_later() {
        driver.publish(List.of(visit("anna", "a", 9))).endOf(MONDAY);

        assertThat(said()).containsExactly("anna a 09:00", "anna woken 19:00");
    }

    @Test
    void waking_comes_before_a_later_fact_and_after_an_earlier_one() {
        driver.publish(List.of(visit("anna", "a", 9), visit("anna", "b", 20))).endOf(MONDAY);

        assertThat(said()).containsExactly("anna a 09:00", "anna woken 19:00", "anna b 20:00");
    }

    @Test
    void a_fact_before_it_takes_the_place_of_what_was_waited_for() {
        driver.publish(List.of(visit("anna", "a", 9), visit("anna", "b", 12))).endOf(MONDAY);

        assertThat(said()).containsExactly("anna a 09:00", "anna b 12:00", "anna woken 22:00");
    }

    @Test
    void nobody_is_woken_before_the_clock_is_there() {
        driver.publish(List.of(visit("anna", "a", 9))).tick(at(18));
        assertThat(said()).containsExactly("anna a 09:00");

        driver.tick(at(19));
        assertThat(said()).containsExactly("anna woken 19:00");

        driver.tick(at(23));
        assertThat(said()).isEmpty();
    }

    @Test
    void a_waking_that_fails_stops_nobody_and_is_tried_again_a_day_later() {
        driver.publish(List.of(visit("carl", "c", 9), visit("dora", "d", 9))).endOf(MONDAY);
        assertThat(said()).containsExactly("carl c 09:00", "dora d 09:00", "dora woken 19:00");

        driver.endOf(MONDAY.plusDays(1));
        assertThat(said()).containsExactly("carl woken 23:59");
    }

    @Test
    void the_partition_counts_what_stands_and_not_what_failed() {
        driver.publish(List.of(
                        visit("anna", "a", 8),
                        visit("anna", "counted", 9),
                        visit("bert", "fails", 9),
                        visit("carl", "counted", 10)))
                .tick(at(11));

        assertThat(said()).containsExactly("anna a 08:00", "anna counted 09:00 0", "carl counted 10:00 1");
    }

    @Test
    void tallies_are_saved_when_they_change_restored_and_forgotten_when_their_time_is_over() {
        TallyBook book = new TallyBook();
        book.add("day", MONDAY);
        book.add("day", MONDAY);
        book.add("total", Tallies.FOR_EVER);
        Map<String, byte @Nullable []> saved = new HashMap<>();
        book.save(saved::put);
        TallyBook again = new TallyBook();
        saved.forEach(again::restore);
        saved.clear();

        assertThat(again.of("day")).isEqualTo(2);
        assertThat(again.of("total")).isEqualTo(1);
        again.save(saved::put);
        assertThat(saved).isEmpty();

        again.forgetBefore(MONDAY.plusDays(1));
        again.save(saved::put);
        assertThat(again.of("day")).isZero();
        assertThat(saved).containsOnlyKeys("day").containsEntry("day", null);
    }

    private List<String> said() {
        return driver.announced(Topics.DECISIONS, MilestoneReached.class).stream()
                .map(said -> "%s %s".formatted(said.getCustomerId(), said.getReference()))
                .toList();
    }

    private static InteractionRecorded visit(String customer, String id, int hour) {
        return new InteractionRecorded(
                customer + id, customer, at(hour), InteractionKind.BRANCH_VISIT, Channel.BRANCH, null, null, id);
    }

    private static Instant at(int hour) {
        return MONDAY.atStartOfDay(ZONE).plusHours(hour).toInstant();
    }

    /** Wants to be woken ten hours after the last fact. */
    private static final class Snoozing implements Decider<Snoozing.Nap> {

        record Nap(String customerId, @Nullable Instant until) {}

        private int failures;

        @Override
        public Nap read(String customerId, byte @Nullable [] bytes) {
            long until = bytes == null ? 0 : ByteBuffer.wrap(bytes).getLong();
            return new Nap(customerId, until == 0 ? null : Instant.ofEpochMilli(until));
        }

        @Override
        public byte[] write(Nap nap) {
            return ByteBuffer.allocate(Long.BYTES)
                    .putLong(nap.until() == null ? 0 : nap.until().toEpochMilli())
                    .array();
        }

        @Override
        public Nap book(Nap nap, SpecificRecord fact, Moment moment, Announcements announcements) {
            String what = String.valueOf(((InteractionRecorded) fact).getReference());
            if (what.equals("counted") || what.equals("fails")) {
                say(nap, what, " " + announcements.tallies().of("visits"), moment, announcements);
                announcements.tallies().add("visits", moment.asOf());
                if (what.equals("fails")) {
                    throw new IllegalStateException("It cannot be booked");
                }
            } else {
                say(nap, what, "", moment, announcements);
            }
            return new Nap(nap.customerId(), moment.at().plus(Duration.ofHours(10)));
        }

        private static void say(Nap nap, String what, String more, Moment moment, Announcements announcements) {
            String said = "%s %s%s".formatted(what, moment.at().toString().substring(11, 16), more);
            announcements.announce(
                    Topics.DECISIONS,
                    new MilestoneReached(
                            said, nap.customerId(), moment.at(), moment.asOf(), MilestoneKind.BIRTHDAY, null, said));
        }

        @Override
        public Nap review(Nap nap, Moment moment, Announcements announcements) {
            return nap;
        }

        @Override
        public @Nullable LocalDate due(Nap nap) {
            return null;
        }

        @Override
        public @Nullable Instant wake(Nap nap) {
            return nap.until();
        }

        @Override
        public Nap wakeUp(Nap nap, Moment moment, Announcements announcements) {
            if (nap.customerId().equals("carl") && failures++ == 0) {
                throw new IllegalStateException("Carl sleeps on");
            }
            say(nap, "woken", "", moment, announcements);
            return new Nap(nap.customerId(), null);
        }
    }
}
