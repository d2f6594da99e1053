package stratum.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.events.Channel;
import stratum.events.ClockTicked;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.MilestoneKind;
import stratum.events.MilestoneReached;
import stratum.events.TopicHead;
import stratum.platform.kafka.DeadLetter;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** The engine with the simplest decider there is: it says each fact back, and its customers are due two days later. */
final class DecisionProcessorTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate MONDAY = LocalDate.parse("2024-03-04");

    private final DecisionDriver driver = new DecisionDriver(
            new DecisionTopology<>(
                    List.of(Input.ofBank(Topics.INTERACTIONS), Input.ofService(Topics.MILESTONES)),
                    List.of(Topics.TRANSITIONS, Topics.DECISIONS),
                    new Echo(),
                    DecisionDriver.settings("lifecycle", ZONE)),
            ZONE);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void a_fact_waits_for_the_tick_that_closes_its_slice() {
        driver.publish(List.of(visit("a", MONDAY, 9)));
        assertThat(said()).isEmpty();

        driver.endOf(MONDAY);
        assertThat(said()).containsExactly("anna a 2024-03-04");
    }

    @Test
    void facts_are_worked_through_in_order_of_event_time_whatever_their_order_of_arrival() {
        driver.publish(List.of(visit("late", MONDAY, 17), visit("early", MONDAY, 9)))
                .endOf(MONDAY);

        assertThat(said()).containsExactly("anna early 2024-03-04", "anna late 2024-03-04");
    }

    @Test
    void what_a_service_said_before_a_tick_belongs_before_it() {
        driver.publish(Topics.MILESTONES, milestone("m", MONDAY, 12))
                .publish(List.of(visit("v", MONDAY, 13)))
                .tick(Topics.CLOCK, endOf(MONDAY));
        assertThat(said()).as("the other service has not ticked").isEmpty();

        driver.tick(Topics.MILESTONES, endOf(MONDAY)).publish(List.of(visit("w", MONDAY.plusDays(1), 1)));
        assertThat(said()).containsExactly("anna m 2024-03-04", "anna v 2024-03-04");
    }

    @Test
    void a_fact_after_the_heads_of_a_tick_waits_for_the_next_although_it_is_older() {
        driver.publish(List.of(visit("in", MONDAY, 9), visit("after", MONDAY, 8)));
        driver.tick(Topics.MILESTONES, endOf(MONDAY));
        driver.publish(
                Topics.CLOCK, new ClockTicked(endOf(MONDAY), List.of(new TopicHead(Topics.INTERACTIONS, 0, 1L))));
        assertThat(said()).containsExactly("anna in 2024-03-04");

        driver.endOf(MONDAY.plusDays(1));
        assertThat(said()).containsExactly("anna after 2024-03-04");
    }

    @Test
    void a_repeat_changes_nothing() {
        driver.publish(List.of(visit("a", MONDAY, 9)))
                .endOf(MONDAY)
                .publish(List.of(visit("a", MONDAY, 9)))
                .endOf(MONDAY.plusDays(1));

        assertThat(said()).containsOnlyOnce("anna a 2024-03-04");
    }

    @Test
    void an_older_tick_changes_nothing() {
        driver.endOf(MONDAY.plusDays(1)).publish(List.of(visit("a", MONDAY, 9))).endOf(MONDAY);

        assertThat(said()).isEmpty();
    }

    @Test
    void whoever_is_due_is_reviewed_on_each_date_that_was_skipped() {
        driver.publish(List.of(visit("a", MONDAY, 9))).endOf(MONDAY).endOf(MONDAY.plusDays(5));

        assertThat(said()).containsExactly("anna a 2024-03-04", "anna due 2024-03-06", "anna due 2024-03-08");
    }

    @Test
    void a_tick_is_passed_on_after_what_it_led_to() {
        driver.publish(List.of(visit("a", MONDAY, 9))).endOf(MONDAY);

        assertThat(driver.everythingOn(Topics.TRANSITIONS)).containsExactly(new ClockTicked(endOf(MONDAY), List.of()));
    }

    @Test
    void what_is_broken_goes_to_the_dead_letters_with_its_reason_and_stops_nothing() {
        byte[] good = LocalSerde.create().serializer().serialize(Topics.INTERACTIONS, visit("good", MONDAY, 9));
        byte[] unknown = good.clone();
        unknown[4] = 99;
        driver.publishRaw(Topics.INTERACTIONS, "anna", "garbage".getBytes(StandardCharsets.UTF_8), endOf(MONDAY))
                .publishRaw(Topics.INTERACTIONS, "anna", unknown, endOf(MONDAY))
                .publishRaw(Topics.INTERACTIONS, "anna", new byte[2 * 1024 * 1024], endOf(MONDAY))
                .publishRaw(Topics.INTERACTIONS, "bert", good, endOf(MONDAY))
                .publish(List.of(visit("fails", MONDAY, 10), visit("far", MONDAY.plusDays(40), 9)))
                .publish(List.of(visit("good", MONDAY, 9)))
                .endOf(MONDAY);

        assertThat(said()).containsExactly("anna good 2024-03-04");
        assertThat(driver.deadLetters().stream().map(DecisionProcessorTest::reason))
                .containsExactly(
                        "UNREADABLE", "UNKNOWN_SCHEMA", "TOO_LARGE", "MISSING_CUSTOMER", "NOT_BOOKED", "ABSURD_DATE");
    }

    @Test
    void a_fact_too_late_for_its_day_is_booked_and_reported() {
        driver.endOf(MONDAY)
                .publish(List.of(visit("old", MONDAY.minusDays(401), 9)))
                .endOf(MONDAY.plusDays(1));

        assertThat(said()).contains("anna old 2024-03-04");
        assertThat(driver.deadLetters().stream().map(DecisionProcessorTest::reason))
                .containsExactly("TOO_LATE");
    }

    @Test
    void a_fact_from_before_1970_is_booked_like_any_other() {
        driver.endOf(MONDAY)
                .publish(List.of(visit("old", LocalDate.parse("1968-05-01"), 9), visit("new", MONDAY, 9)))
                .endOf(MONDAY.plusDays(1));

        assertThat(said()).contains("anna old 2024-03-04", "anna new 2024-03-04");
        assertThat(driver.deadLetters().stream().map(DecisionProcessorTest::reason))
                .containsExactly("TOO_LATE");
    }

    @Test
    void a_record_that_its_topic_does_not_carry_is_refused() {
        driver.publish(Topics.INTERACTIONS, milestone("m", MONDAY, 9))
                .publish(Topics.CLOCK, visit("v", MONDAY, 9))
                .publish(Topics.INTERACTIONS, new ClockTicked(endOf(MONDAY), List.of()))
                .publish(List.of(visit("good", MONDAY, 9)))
                .endOf(MONDAY);

        assertThat(said()).containsExactly("anna good 2024-03-04");
        assertThat(driver.deadLetters().stream().map(DecisionProcessorTest::reason))
                .containsExactly("INVALID", "INVALID", "INVALID");
    }

    @Test
    void a_fact_that_could_not_be_booked_may_be_sent_again() {
        driver.publish(List.of(visit("fails", MONDAY, 9)))
                .endOf(MONDAY)
                .publish(List.of(visit("fails", MONDAY, 9)))
                .endOf(MONDAY.plusDays(1));
        assertThat(said()).as("still broken on Monday's date").isEmpty();

        driver.publish(List.of(visit("fails", MONDAY, 9))).endOf(MONDAY.plusDays(2));
        assertThat(said()).contains("anna fails 2024-03-05");
    }

    @Test
    void a_review_that_fails_stops_nobody_and_is_tried_again_the_next_day() {
        driver.publish(List.of(visit("carl", "c", MONDAY), visit("dora", "d", MONDAY)))
                .endOf(MONDAY)
                .endOf(MONDAY.plusDays(2));
        assertThat(said()).contains("dora due 2024-03-06").doesNotContain("carl due 2024-03-06");

        driver.endOf(MONDAY.plusDays(3));
        assertThat(said()).containsExactly("carl due 2024-03-06");
    }

    @Test
    void a_repeat_is_known_among_very_many_facts() {
        for (int i = 0; i < 100; i++) {
            driver.publish(List.of(visit("v" + i, MONDAY, 9)));
        }
        driver.endOf(MONDAY).publish(List.of(visit("v0", MONDAY, 9), visit("v99", MONDAY, 9)));
        assertThat(said()).hasSize(100);

        driver.endOf(MONDAY.plusDays(1));
        assertThat(said()).isEmpty();
    }

    private static String reason(TestRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8);
    }

    private List<String> said() {
        return driver.announced(Topics.DECISIONS, MilestoneReached.class).stream()
                .map(said -> said.getCustomerId() + " " + said.getReference() + " " + said.getAsOf())
                .toList();
    }

    private static Instant endOf(LocalDate date) {
        return new BusinessCalendar(ZONE).endOf(date);
    }

    private static Instant at(LocalDate date, int hour) {
        return date.atStartOfDay(ZONE).plusHours(hour).toInstant();
    }

    private static InteractionRecorded visit(String id, LocalDate date, int hour) {
        return visit("anna", id, at(date, hour));
    }

    private static InteractionRecorded visit(String customer, String id, LocalDate date) {
        return visit(customer, id, at(date, 9));
    }

    private static InteractionRecorded visit(String customer, String id, Instant at) {
        return new InteractionRecorded(
                id, customer, at, InteractionKind.BRANCH_VISIT, Channel.BRANCH, null, null, null);
    }

    private static MilestoneReached milestone(String id, LocalDate date, int hour) {
        return new MilestoneReached(id, "anna", at(date, hour), date, MilestoneKind.BIRTHDAY, null, null);
    }

    /** Keeps nothing but the date on which the customer is due. */
    private static final class Echo implements Decider<Echo.Due> {

        record Due(String customerId, @Nullable LocalDate date) {}

        private int failures;

        @Override
        public Due read(String customerId, byte @Nullable [] bytes) {
            return new Due(
                    customerId, bytes == null ? null : LocalDate.parse(new String(bytes, StandardCharsets.UTF_8)));
        }

        @Override
        public byte[] write(Due due) {
            return String.valueOf(due.date() == null ? LocalDate.MAX : due.date())
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Due book(Due due, SpecificRecord fact, Moment moment, Announcements announcements) {
            String id = Stream.of("eventId", "milestoneId")
                    .map(fact.getSchema()::getField)
                    .filter(field -> field != null)
                    .map(field -> String.valueOf(fact.get(field.pos())))
                    .findFirst()
                    .orElseThrow();
            if (id.equals("fails") && moment.asOf().equals(MONDAY)) {
                throw new IllegalStateException("It cannot be booked");
            }
            return say(due, id, moment, announcements);
        }

        @Override
        public Due review(Due due, Moment moment, Announcements announcements) {
            if (due.customerId().equals("carl") && failures++ == 0) {
                throw new IllegalStateException("It cannot be reviewed");
            }
            return say(due, "due", moment, announcements);
        }

        private static Due say(Due due, String what, Moment moment, Announcements announcements) {
            announcements.announce(
                    Topics.DECISIONS,
                    new MilestoneReached(
                            what, due.customerId(), moment.at(), moment.asOf(), MilestoneKind.BIRTHDAY, null, what));
            return new Due(due.customerId(), moment.asOf().plusDays(2));
        }

        @Override
        public @Nullable LocalDate due(Due due) {
            return due.date() == null || due.date().equals(LocalDate.MAX) ? null : due.date();
        }
    }
}
