package stratum.lifecycle.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.events.Cause;
import stratum.events.ClockTicked;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.MilestoneReached;
import stratum.events.PolicyPublished;
import stratum.events.PolicyRef;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.Stage;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.lifecycle.domain.Life;
import stratum.lifecycle.reference.Facts;
import stratum.lifecycle.reference.ForeignMoney;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.stream.DecisionDriver;
import stratum.platform.stream.DecisionTopology;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/** The service's topology as it runs, without a broker: what goes in, and the exact list of what comes out. */
final class LifecycleStreamTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final Facts eva = new Facts("eva");
    private final DecisionDriver stream = driver();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void a_new_customer_is_a_prospect_and_then_acquired_and_the_tick_is_passed_on() {
        stream.publish(List.of(eva.profiled(MONDAY), eva.opened(MONDAY))).endOf(MONDAY);

        assertThat(stream.everythingOn(Topics.TRANSITIONS))
                .containsExactly(
                        changed(
                                "eva-1",
                                "2024-01-01T12:00:00Z",
                                null,
                                Stage.PROSPECT,
                                Map.of(
                                        "activeDays90d",
                                        0L,
                                        "balance",
                                        0L,
                                        "mainBank",
                                        false,
                                        "outflowToOtherBanks90d",
                                        0L,
                                        "productCount",
                                        0L,
                                        "productFamilies",
                                        0L,
                                        "salaryMonths",
                                        0L)),
                        changed(
                                "eva-2",
                                "2024-01-01T12:00:00Z",
                                Stage.PROSPECT,
                                Stage.ACQUISITION,
                                Map.ofEntries(
                                        Map.entry("activeDays90d", 0L),
                                        Map.entry("avgBalance30d", 0L),
                                        Map.entry("avgBalance90d", 0L),
                                        Map.entry("balance", 0L),
                                        Map.entry("balanceChange90d", 0.0),
                                        Map.entry("mainBank", false),
                                        Map.entry("outflowToOtherBanks90d", 0L),
                                        Map.entry("productCount", 1L),
                                        Map.entry("productFamilies", 1L),
                                        Map.entry("salaryMonths", 0L),
                                        Map.entry("tenureDays", 0L))),
                        endOf(MONDAY));
        assertThat(stream.everythingOn(Topics.MILESTONES)).containsExactly(endOf(MONDAY));
    }

    @Test
    void the_state_is_told_with_every_change_that_a_reader_could_notice() {
        stream.publish(List.of(eva.profiled(MONDAY), eva.opened(MONDAY))).endOf(MONDAY);

        List<SpecificRecord> told = stream.everythingOn(Topics.STAGES);

        assertThat(told).hasSize(3).last().isEqualTo(endOf(MONDAY));
        Staged acquired = (Staged) told.get(1);
        assertThat(acquired.getStage()).isEqualTo(Stage.ACQUISITION);
        assertThat(acquired.getPrevious()).isEqualTo(Stage.PROSPECT);
        assertThat(acquired.getSince()).isEqualTo(MONDAY);
        assertThat(acquired.getDueDate()).isEqualTo(MONDAY.plusDays(90));
        assertThat(acquired.getPAlive()).isNull();
    }

    @Test
    void a_customer_who_falls_silent_is_at_risk_and_later_lost_without_any_new_fact() {
        publishMonthlyPayments(12);
        stream.announced(Topics.TRANSITIONS, StageChanged.class);

        tickDaily(MONDAY.plusDays(340), MONDAY.plusDays(700));

        List<StageChanged> changes = stream.announced(Topics.TRANSITIONS, StageChanged.class);
        assertThat(changes).extracting(StageChanged::getTo).containsExactly(Stage.AT_RISK, Stage.CHURNED);
        assertThat(changes)
                .extracting(StageChanged::getCauses)
                .containsExactly(List.of(Cause.INACTIVITY), List.of(Cause.SILENT));
        assertThat(changes.get(0).getPAlive()).isBetween(0.45, 0.5);
        assertThat(changes.get(1).getPAlive()).isBetween(0.04, 0.05);
    }

    @Test
    void a_lost_customer_who_pays_again_is_won_back() {
        publishMonthlyPayments(12);
        tickDaily(MONDAY.plusDays(340), MONDAY.plusDays(700));
        stream.announced(Topics.TRANSITIONS, StageChanged.class);
        LocalDate day = MONDAY.plusDays(701);

        stream.publish(List.of(eva.paid(day, 1_000_000))).endOf(day);

        assertThat(stream.announced(Topics.TRANSITIONS, StageChanged.class))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.getFrom()).isEqualTo(Stage.CHURNED);
                    assertThat(change.getTo()).isEqualTo(Stage.GROWTH);
                    assertThat(change.getCauses()).containsExactly(Cause.WON_BACK);
                    assertThat(change.getTransitionId())
                            .startsWith("eva-" + change.getOccurredAt().toEpochMilli() + "-GROWTH-eva-");
                });
    }

    @Test
    void a_customer_who_takes_the_money_away_is_at_risk_at_once() {
        publishMonthlyPayments(12);
        stream.announced(Topics.TRANSITIONS, StageChanged.class);
        LocalDate day = MONDAY.plusDays(345);

        stream.publish(List.of(
                        eva.surveyed(day, 3), eva.posted(day, Purpose.TRANSFER_OUT, Direction.DEBIT, 950_000, 50_000L)))
                .endOf(day);

        assertThat(stream.announced(Topics.TRANSITIONS, StageChanged.class))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.getFrom()).isEqualTo(Stage.GROWTH);
                    assertThat(change.getTo()).isEqualTo(Stage.AT_RISK);
                    assertThat(change.getCauses()).containsExactly(Cause.BALANCE_OUTFLOW, Cause.DISSATISFACTION);
                    assertThat(change.getFeatures()).containsEntry("balance", 50_000L);
                });
    }

    @Test
    void what_cannot_be_read_becomes_a_dead_letter_and_the_next_fact_is_booked() {
        stream.publishRaw(Topics.HOLDINGS, "eva", "rubbish".getBytes(StandardCharsets.UTF_8), eva.on(MONDAY))
                .publish(List.of(eva.opened(MONDAY)))
                .endOf(MONDAY);

        assertThat(stream.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("eva");
            assertThat(letter.value()).isEqualTo("rubbish".getBytes(StandardCharsets.UTF_8));
            assertThat(letter.headers().lastHeader("stratum.reason").value())
                    .isEqualTo("UNREADABLE".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(stream.announced(Topics.TRANSITIONS, StageChanged.class))
                .extracting(StageChanged::getTo)
                .containsExactly(Stage.ACQUISITION);
    }

    @Test
    void the_same_fact_twice_changes_nothing() {
        SpecificRecord opened = eva.opened(MONDAY);

        stream.publish(List.of(opened, opened)).endOf(MONDAY);
        stream.publish(List.of(opened)).endOf(MONDAY.plusDays(1));

        assertThat(stream.announced(Topics.TRANSITIONS, StageChanged.class)).hasSize(1);
        assertThat(stream.announced(Topics.STAGES, Staged.class)).hasSize(1);
        assertThat(stream.announced(Topics.MILESTONES, MilestoneReached.class)).isEmpty();
    }

    private void publishMonthlyPayments(int months) {
        stream.publish(List.of(eva.profiled(MONDAY), eva.opened(MONDAY)));
        for (int month = 0; month < months; month++) {
            LocalDate day = MONDAY.plusDays(30L * month);
            stream.publish(List.of(eva.paid(day, 1_000_000))).endOf(day);
        }
    }

    @Test
    void a_policy_that_is_published_rules_from_its_moment_and_everybody_is_looked_at_again() {
        publishMonthlyPayments(12);
        LocalDate day = MONDAY.plusDays(340);
        stream.publish(List.of(eva.surveyed(day, 0))).endOf(day);
        stream.announced(Topics.TRANSITIONS, StageChanged.class);
        LocalDate from = MONDAY.plusDays(343);

        stream.publish(Topics.LIFECYCLE_POLICIES, policyMindingMarks(from));
        tickDaily(MONDAY.plusDays(341), from.plusDays(3));

        assertThat(stream.announced(Topics.TRANSITIONS, StageChanged.class))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.getTo()).isEqualTo(Stage.AT_RISK);
                    assertThat(change.getCauses()).containsExactly(Cause.DISSATISFACTION);
                    assertThat(change.getReasons())
                            .singleElement()
                            .satisfies(reason -> assertThat(reason.getText()).containsOnlyKeys("en", "zh-CN"));
                    assertThat(change.getAsOf()).isAfterOrEqualTo(from);
                    assertThat(change.getPolicy()).isEqualTo(new PolicyRef("lifecycle-default", 2));
                });
    }

    @Test
    void a_policy_that_cannot_rule_changes_nothing() {
        publishMonthlyPayments(3);
        PolicyPublished broken = policyMindingMarks(MONDAY);
        broken.setDocument("{}");

        stream.publish(Topics.LIFECYCLE_POLICIES, broken).endOf(MONDAY.plusDays(100));

        assertThat(stream.announced(Topics.STAGES, Staged.class))
                .last()
                .satisfies(staged -> assertThat(staged.getPolicy().getVersion()).isEqualTo(1));
    }

    @Test
    void a_policy_that_says_it_ruled_before_all_time_changes_nothing_and_stops_nothing() {
        stream.publish(Topics.LIFECYCLE_POLICIES, version(2, "-999999999-01-01T00:00:00Z", MONDAY))
                .publish(List.of(eva.opened(MONDAY)))
                .endOf(MONDAY);

        assertThat(rulingVersion()).isEqualTo(1);
    }

    @Test
    void of_two_policies_from_the_same_moment_the_one_published_later_rules_however_often_the_other_is_told() {
        String from = MONDAY + "T00:00:00Z";
        PolicyPublished second = version(2, from, MONDAY);
        PolicyPublished third = version(3, from, MONDAY.plusDays(1));

        stream.publish(Topics.LIFECYCLE_POLICIES, third)
                .publish(Topics.LIFECYCLE_POLICIES, second)
                .publish(List.of(eva.opened(MONDAY)))
                .endOf(MONDAY);
        assertThat(rulingVersion()).as("told the other way round").isEqualTo(3);

        stream.publish(Topics.LIFECYCLE_POLICIES, second)
                .publish(List.of(eva.closed(MONDAY.plusDays(1))))
                .endOf(MONDAY.plusDays(1));
        assertThat(rulingVersion()).as("the earlier told again").isEqualTo(3);
    }

    private int rulingVersion() {
        List<Staged> told = stream.announced(Topics.STAGES, Staged.class);
        return told.get(told.size() - 1).getPolicy().getVersion();
    }

    private static PolicyPublished version(int version, String from, LocalDate publishedOn) {
        Instant published = publishedOn.atStartOfDay().toInstant(ZoneOffset.UTC);
        String document = PolicyReading.defaultDocument()
                .replace("\"version\": 1", "\"version\": " + version)
                .replace("1970-01-01T00:00:00Z", from);
        return new PolicyPublished("lifecycle-default", version, published, published, "anna", "ben", document);
    }

    @Test
    void foreign_money_counts_at_the_rate_of_its_day_and_without_a_rate_not_at_all() {
        LocalDate before = LocalDate.of(2023, 6, 14);
        for (LocalDate day : List.of(before, before.plusDays(1))) {
            HoldingChanged abroad = eva.holding(day, "fund-" + day, ProductFamily.WEALTH, HoldingStatus.OPENED, 1_000L);
            abroad.getValue().setCurrency("EUR");
            stream.publish(List.of(abroad));
        }
        HoldingChanged dollars = eva.holding(before, "dollars", ProductFamily.WEALTH, HoldingStatus.OPENED, 1_000L);
        dollars.getValue().setCurrency("USD");
        stream.publish(List.of(dollars)).endOf(before.plusDays(1));

        List<Staged> told = stream.announced(Topics.STAGES, Staged.class);

        // 10.00 euros at 25.0375, and 10.00 at 23.7
        assertThat(Life.fromBytes(stream.kept("eva"))).isNotNull();
        assertThat(told.get(told.size() - 1).getFeatures()).containsEntry("balance", 25_038L);
        stream.publish(List.of(eva.surveyed(before.plusDays(1), 0))).endOf(before.plusDays(2));
        assertThat(stream.announced(Topics.STAGES, Staged.class))
                .last()
                .satisfies(staged -> assertThat(staged.getFeatures())
                        .containsEntry("balance", 25_038L + 23_700L)
                        .containsEntry("productCount", 3L));
    }

    @Test
    void balances_too_large_to_be_reckoned_with_are_refused_and_all_else_goes_on() {
        int most = 100;
        for (int account = 0; account <= most; account++) {
            stream.publish(List.of(eva.holding(
                    MONDAY,
                    "account-" + account,
                    ProductFamily.WEALTH,
                    HoldingStatus.OPENED,
                    FactRules.LARGEST_AMOUNT)));
        }
        stream.publish(List.of(eva.surveyed(MONDAY, 9))).endOf(MONDAY);

        assertThat(stream.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, "stratum.reason")).isEqualTo("NOT_BOOKED");
            assertThat(header(letter, "stratum.detail"))
                    .isEqualTo("The balances of a day would come to 101000000000000000 minor units,"
                            + " and a customer's come to 100000000000000000 at most");
        });
        Life kept = Life.fromBytes(stream.kept("eva"));
        assertThat(kept.toBytes()).isEqualTo(stream.kept("eva"));
    }

    private static String header(TestRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void what_is_known_of_a_customer_with_very_many_long_named_accounts_can_be_kept_and_read_again() {
        String name = "x".repeat(195);
        for (int account = 0; account < 700; account++) {
            stream.publish(
                    List.of(eva.holding(MONDAY, name + account, ProductFamily.CARD, HoldingStatus.OPENED, 100L)));
        }
        stream.endOf(MONDAY);

        byte[] kept = stream.kept("eva");

        assertThat(kept).hasSizeGreaterThan(1 << 16);
        assertThat(Life.fromBytes(kept).toBytes()).isEqualTo(kept);
        assertThat(stream.deadLetters()).isEmpty();
    }

    private static PolicyPublished policyMindingMarks(LocalDate from) {
        Instant moment = from.atStartOfDay().toInstant(ZoneOffset.UTC);
        String document = PolicyReading.defaultDocument()
                .replace("\"version\": 1", "\"version\": 2")
                .replace("1970-01-01T00:00:00Z", moment.toString())
                .replace("\"DISSATISFACTION\": 20", "\"DISSATISFACTION\": 80");
        return new PolicyPublished("lifecycle-default", 2, moment, moment, "anna", "ben", document);
    }

    private void tickDaily(LocalDate from, LocalDate to) {
        from.datesUntil(to).forEach(stream::endOf);
    }

    private static StageChanged changed(
            String cause, String at, @Nullable Stage from, Stage to, Map<String, Object> features) {
        Instant moment = Instant.parse(at);
        return StageChanged.newBuilder()
                .setTransitionId("eva-%d-%s-%s".formatted(moment.toEpochMilli(), to, cause))
                .setCustomerId("eva")
                .setOccurredAt(moment)
                .setAsOf(LocalDate.ofInstant(moment, ZoneOffset.UTC))
                .setFrom(from)
                .setTo(to)
                .setCauses(List.of())
                .setReasons(List.of())
                .setRisk(0)
                .setPAlive(null)
                .setFeatures(features)
                .setPolicy(new PolicyRef("lifecycle-default", 1))
                .build();
    }

    private static ClockTicked endOf(LocalDate date) {
        return new ClockTicked(
                date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1), List.of());
    }

    static DecisionDriver driver() {
        LifecycleDecider decider =
                LifecycleDecider.shipped(PolicyReading.defaultPolicy(), new BankFacts(ZoneOffset.UTC, Facts.CURRENCY));
        DecisionTopology<CustomerLife> topology =
                LifecycleStream.topology(decider, DecisionDriver.settings("lifecycle", ZoneOffset.UTC));
        return new DecisionDriver(topology, ZoneOffset.UTC).publish(ForeignMoney.RATES);
    }
}
