package stratum.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.events.Channel;
import stratum.events.ClockTicked;
import stratum.events.FxRateSet;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.MilestoneKind;
import stratum.events.MilestoneReached;
import stratum.events.PolicyPublished;
import stratum.events.TopicHead;
import stratum.schemas.Topics;

/** Reference data: every decision of a slice goes by what stood before its tick, and a new policy reaches everybody. */
final class ReferenceDataTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate MONDAY = LocalDate.parse("2024-03-04");

    private final DecisionDriver driver = new DecisionDriver(
            new DecisionTopology<>(
                    List.of(
                            Input.ofBank(Topics.INTERACTIONS),
                            Input.ofReference(Topics.FX_RATES),
                            Input.ofReference(Topics.LIFECYCLE_POLICIES)),
                    List.of(Topics.DECISIONS, Topics.TRANSITIONS),
                    new ByTheBook(List.of()),
                    DecisionDriver.settings("lifecycle", ZONE)),
            ZONE);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void a_fact_is_decided_by_what_stood_before_its_tick() {
        driver.publish(Topics.FX_RATES, rate("USD"))
                .publish(List.of(visit("anna", "a")))
                .publish(Topics.FX_RATES, rate("GBP"))
                .publish(Topics.CLOCK, tick(MONDAY, 1, 1))
                .publish(List.of(visit("bert", "b")))
                .publish(Topics.CLOCK, tick(MONDAY.plusDays(1), 2, 2));

        assertThat(said()).containsExactly("anna a USD", "bert b USD GBP");
    }

    @Test
    void a_tick_waits_for_the_reference_data_it_counts() {
        driver.publish(List.of(visit("anna", "a"))).publish(Topics.CLOCK, tick(MONDAY, 1, 1));
        assertThat(said()).isEmpty();

        driver.publish(Topics.FX_RATES, rate("USD")).publish(List.of(visit("bert", "b")));
        assertThat(said()).containsExactly("anna a USD");
    }

    @Test
    void a_new_policy_makes_everybody_be_looked_at_again_once() {
        driver.publish(List.of(visit("anna", "a"), visit("bert", "b"))).endOf(MONDAY);
        said();
        driver.publish(Topics.LIFECYCLE_POLICIES, policy(2, MONDAY.plusDays(1)))
                .endOf(MONDAY.plusDays(1))
                .endOf(MONDAY.plusDays(2));

        assertThat(said()).containsExactly("anna review policy2", "bert review policy2");
    }

    @Test
    void a_new_policy_that_says_it_ruled_all_along_reaches_everybody_too() {
        driver.publish(Topics.LIFECYCLE_POLICIES, policy(1, MONDAY))
                .publish(List.of(visit("anna", "a")))
                .endOf(MONDAY);
        said();
        driver.publish(Topics.LIFECYCLE_POLICIES, policy(2, MONDAY))
                .endOf(MONDAY.plusDays(1))
                .endOf(MONDAY.plusDays(2));

        assertThat(said()).containsExactly("anna review policy1 policy2");
    }

    @Test
    void the_looking_again_is_spread_over_a_while_by_the_customers_ids() {
        for (int i = 0; i < 100; i++) {
            driver.publish(List.of(visit("customer" + i, "a" + i)));
        }
        driver.endOf(MONDAY);
        said();
        driver.publish(Topics.LIFECYCLE_POLICIES, policy(2, MONDAY.plusDays(1)));
        Instant from = MONDAY.plusDays(1).atStartOfDay(ZONE).toInstant();

        int before = 0;
        for (int seconds = 10; seconds <= 60; seconds += 10) {
            driver.tick(from.plusSeconds(seconds));
            int reviewed = said().size();
            assertThat(reviewed).as("within ten seconds up to %d", seconds).isBetween(5, 35);
            before += reviewed;
        }
        assertThat(before).isEqualTo(100);
        driver.tick(from.plusSeconds(100));
        assertThat(said()).isEmpty();
    }

    @Test
    void where_very_many_are_looked_at_again_it_is_done_in_parts_and_the_tick_passed_after_the_last() {
        int customers = 50_100;
        for (int i = 0; i < customers; i++) {
            driver.publish(List.of(visit("customer" + i, "a" + i)));
        }
        driver.endOf(MONDAY).goOn();
        assertThat(passedOn()).as("the first tick").isEqualTo(1);
        said();
        driver.publish(Topics.LIFECYCLE_POLICIES, policy(2, MONDAY.plusDays(1))).endOf(MONDAY.plusDays(1));

        int first = said().size();
        assertThat(first).isBetween(1, customers - 1);
        assertThat(passedOn()).isZero();
        driver.goOn();
        assertThat(said()).hasSize(customers - first);
        assertThat(passedOn()).isEqualTo(1);
    }

    private long passedOn() {
        return driver.announced(Topics.TRANSITIONS, ClockTicked.class).size();
    }

    @Test
    void what_cannot_be_read_is_left_out_and_stops_nothing() {
        driver.publishRaw(
                        Topics.FX_RATES,
                        "USD",
                        "garbage".getBytes(StandardCharsets.UTF_8),
                        MONDAY.atStartOfDay(ZONE).toInstant())
                .publish(Topics.FX_RATES, rate("GBP"))
                .publish(List.of(visit("anna", "a")))
                .endOf(MONDAY);

        assertThat(said()).containsExactly("anna a GBP");
    }

    private List<String> said() {
        return driver.announced(Topics.DECISIONS, MilestoneReached.class).stream()
                .map(said -> said.getCustomerId() + " " + said.getReference())
                .toList();
    }

    private static ClockTicked tick(LocalDate date, long facts, long rates) {
        return new ClockTicked(
                new BusinessCalendar(ZONE).endOf(date),
                List.of(new TopicHead(Topics.INTERACTIONS, 0, facts), new TopicHead(Topics.FX_RATES, 0, rates)));
    }

    private static InteractionRecorded visit(String customer, String id) {
        return new InteractionRecorded(
                id,
                customer,
                MONDAY.atTime(9, 0).atZone(ZONE).toInstant(),
                InteractionKind.BRANCH_VISIT,
                Channel.BRANCH,
                null,
                null,
                null);
    }

    private static FxRateSet rate(String currency) {
        return new FxRateSet(currency, MONDAY, new BigDecimal("1.1000000000"));
    }

    private static PolicyPublished policy(int version, LocalDate from) {
        Instant at = from.atStartOfDay(ZONE).toInstant();
        return new PolicyPublished("policy", version, at, at, "mara", "chen", "{}");
    }

    /** Says of each fact and each review which reference data it knows. Nobody is ever due. */
    private record ByTheBook(List<SpecificRecord> book) implements Decider<String> {

        @Override
        public Decider<String> knowing(List<SpecificRecord> reference) {
            return new ByTheBook(reference);
        }

        @Override
        public @Nullable Rule ruleAt(Instant time) {
            return book.stream()
                    .filter(PolicyPublished.class::isInstance)
                    .map(PolicyPublished.class::cast)
                    .filter(policy -> !policy.getEffectiveFrom().isAfter(time))
                    // Of two in force from the same moment, the one published later rules.
                    .reduce((one, next) -> next.getEffectiveFrom().isBefore(one.getEffectiveFrom()) ? one : next)
                    .map(policy -> new Rule(name(policy), policy.getEffectiveFrom()))
                    .orElse(null);
        }

        @Override
        public String read(String customerId, byte @Nullable [] bytes) {
            return customerId;
        }

        @Override
        public byte[] write(String customerId) {
            return new byte[] {1};
        }

        @Override
        public String book(String customer, SpecificRecord fact, Moment moment, Announcements announcements) {
            return say(customer, moment.cause(), moment, announcements);
        }

        @Override
        public String review(String customer, Moment moment, Announcements announcements) {
            return say(customer, "review", moment, announcements);
        }

        private String say(String customer, String what, Moment moment, Announcements announcements) {
            StringBuilder known = new StringBuilder(what);
            for (SpecificRecord record : book) {
                known.append(' ')
                        .append(record instanceof FxRateSet rate ? rate.getCurrency() : name((PolicyPublished) record));
            }
            announcements.announce(
                    Topics.DECISIONS,
                    new MilestoneReached(
                            what,
                            customer,
                            moment.at(),
                            moment.asOf(),
                            MilestoneKind.BIRTHDAY,
                            null,
                            known.toString()));
            return customer;
        }

        private static String name(PolicyPublished policy) {
            return policy.getPolicyId() + policy.getVersion();
        }

        @Override
        public @Nullable LocalDate due(String customer) {
            return null;
        }
    }
}
