package stratum.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static stratum.scoring.RunningService.eventually;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.events.ClockTicked;
import stratum.events.PolicyPublished;
import stratum.events.SignalKind;
import stratum.events.TierSignalled;
import stratum.platform.TestBroker;
import stratum.platform.TestDatabase;
import stratum.schemas.Topics;

/** A policy on its way from the first draft to every customer, with a real broker and a real database. */
final class PublishingPoliciesTest {

    private static final String PATH = "/v1/policies/tier";
    private static final LocalDate MONDAY = LocalDate.parse("2024-01-01");
    private static final Instant IN_FORCE = Instant.parse("2024-01-03T00:00:00Z");
    private static final int CUSTOMERS = 60;
    private static final List<String> IDS =
            IntStream.range(0, CUSTOMERS).mapToObj(i -> "c" + i).toList();

    /** Everybody with a thousand euros is CORE. */
    private static final String GENEROUS = """
            {"id": "generous", "version": 1, "currency": "EUR", "effectiveFrom": "2024-01-03T00:00:00Z",
             "tiers": [
               {"code": "MASS", "names": {"en": "Mass", "zh-CN": "大众"}, "minScore": 0, "gates": {}},
               {"code": "CORE", "names": {"en": "Core", "zh-CN": "核心"}, "minScore": %d, "gates": {"balance": %d}}],
             "scoreCard": [{"dimension": "value", "weight": 1, "feature": "balance", "curve": [[0, 0], [100000, 100]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60}}
            """;

    private final TestBroker broker = new TestBroker();

    @BeforeEach
    void no_policies() {
        TestDatabase.empty();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void a_published_policy_rules_from_its_time_on_and_reaches_everybody_while_facts_go_on(@TempDir Path state) {
        try (RunningService service = new RunningService(broker, state, 0)) {
            OpenedAccounts.of(IDS, 200_000, MONDAY).publish(broker);
            eventually(() -> assertThat(of(SignalKind.ASSIGNED)).hasSize(CUSTOMERS));
            publish(service);

            broker.tickAfterAll(IN_FORCE.minusMillis(1));
            decidedUpTo(IN_FORCE.minusMillis(1));
            assertThat(of(SignalKind.UPGRADED)).as("before it is in force").isEmpty();
            rules(service, "rolling", "MASS", "");
            rules(service, "generous", "CORE", "?asOf=2024-01-03");

            broker.tickAfterAll(IN_FORCE.plusSeconds(20));
            decidedUpTo(IN_FORCE.plusSeconds(20));
            assertThat(of(SignalKind.UPGRADED)).as("in a third of the time").hasSizeBetween(5, CUSTOMERS / 2);
            newcomersCome(IN_FORCE.plusSeconds(40));
            assertThat(of(SignalKind.UPGRADED))
                    .as("in two thirds of the time")
                    .hasSizeBetween(CUSTOMERS / 2 - 5, CUSTOMERS - 5);
            broker.tickAfterAll(IN_FORCE.plusSeconds(61));
            decidedUpTo(IN_FORCE.plusSeconds(61));

            assertThat(of(SignalKind.UPGRADED))
                    .extracting(TierSignalled::getCustomerId)
                    .containsExactlyInAnyOrderElementsOf(IDS);
            assertThat(of(SignalKind.UPGRADED))
                    .allSatisfy(signal -> assertThat(signal.getPolicy().getId()).isEqualTo("generous"));
            rules(service, "generous", "CORE", "");
        }
    }

    /** Nobody waits for the others to be looked at again. */
    private void newcomersCome(Instant tick) {
        OpenedAccounts.of(List.of("new-1", "new-2"), 200_000, MONDAY.plusDays(1))
                .publishBefore(tick, broker);
        decidedUpTo(tick);
        assertThat(of(SignalKind.ASSIGNED))
                .filteredOn(signal -> signal.getCustomerId().startsWith("new-"))
                .hasSize(2)
                .allSatisfy(signal -> assertThat(signal.getTier()).isEqualTo("CORE"));
    }

    private static void rules(RunningService service, String policy, String tier, String asOf) {
        service.get("/v1/scores/c7" + asOf)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.policy.id")
                .isEqualTo(policy)
                .jsonPath("$.policy.version")
                .isEqualTo(1)
                .jsonPath("$.tier")
                .isEqualTo(tier);
    }

    private void publish(RunningService service) {
        service.post(PATH, draft("anna", 1001, 100_000).replace("AT_ONCE", "NEVER"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == '/tiers/1/minScore')].message")
                .isEqualTo(
                        List.of(
                                "Tier CORE asks for a score of 1001; scores are 0 to 1000.",
                                "Nobody can reach tier CORE: it asks for a score of 1001, and the score card gives 1000 at most."))
                .jsonPath("$.errors[?(@.field == '/promotion')]")
                .isNotEmpty();
        service.post(PATH, draft("anna", 100, 100_000)).expectStatus().isCreated();
        step(service, "submit", "anna", 1, 200);
        step(service, "approve", "anna", 2, 409);
        step(service, "approve", "ben", 1, 412);
        step(service, "approve", "ben", 2, 200);
        step(service, "publish", "anna", 3, 200);
        eventually(() -> assertThat(announced("generous")).singleElement().satisfies(policy -> {
            assertThat(policy.getEffectiveFrom()).isEqualTo(IN_FORCE);
            assertThat(policy.getAuthor()).isEqualTo("anna");
            assertThat(policy.getApprover()).isEqualTo("ben");
        }));
    }

    @Test
    void the_policy_of_monthly_averages_is_put_in_force_by_two_people_with_a_click_each(@TempDir Path state) {
        try (RunningService service = new RunningService(broker, state, 0)) {
            String version = PATH + "/month-average/versions/1/";
            eventually(() -> service.get(PATH)
                    .expectBody()
                    .jsonPath("$.items[*].state")
                    .isEqualTo(List.of("IN_REVIEW", "PUBLISHED")));
            service.post(version + "approve", "{\"actor\": \"ben\"}", 1)
                    .expectStatus()
                    .isOk();
            service.post(version + "publish", "{\"actor\": \"anna\"}", 2)
                    .expectStatus()
                    .isOk();
            eventually(() -> assertThat(announced("month-average")).hasSize(1));
            OpenedAccounts.of(IDS, 200_000, MONDAY).publish(broker);
            decidedUpTo(OpenedAccounts.endOf(MONDAY));

            service.get("/v1/scores/c7").expectBody().jsonPath("$.policy.id").isEqualTo("month-average");
        }
    }

    private static void step(RunningService service, String step, String actor, int edition, int status) {
        service.post(PATH + "/generous/versions/1/" + step, "{\"actor\": \"%s\"}".formatted(actor), edition)
                .expectStatus()
                .isEqualTo(status);
    }

    private static String draft(String actor, int minScore, long balance) {
        return "{\"actor\": \"%s\", \"document\": %s}".formatted(actor, GENEROUS.formatted(minScore, balance));
    }

    private List<PolicyPublished> announced(String policy) {
        return on(
                Topics.SCORING_POLICIES,
                PolicyPublished.class,
                one -> one.getPolicyId().equals(policy));
    }

    private List<TierSignalled> of(SignalKind kind) {
        return on(Topics.TIER_SIGNALS, TierSignalled.class, signal -> signal.getKind() == kind);
    }

    /** The tick has been passed on by every partition, after all that was decided before it. */
    private void decidedUpTo(Instant time) {
        eventually(() -> assertThat(on(
                        Topics.TIER_SIGNALS,
                        ClockTicked.class,
                        tick -> tick.getBusinessTime().equals(time)))
                .hasSize(TestBroker.PARTITIONS));
    }

    private <T extends SpecificRecord> List<T> on(String topic, Class<T> type, Predicate<T> wanted) {
        return broker.everythingOn(topic).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .toList();
    }
}
