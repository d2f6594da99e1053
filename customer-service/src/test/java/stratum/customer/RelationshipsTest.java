package stratum.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.Link;
import stratum.events.LinkKind;
import stratum.events.Money;
import stratum.events.PolicyRef;
import stratum.events.Relationship;
import stratum.events.RelationshipKind;
import stratum.events.RelationshipsValued;
import stratum.events.Scored;
import stratum.schemas.Topics;

/** Households and companies, and what they hold together, as those outside see it. */
@NullUnmarked // What is missing fails the test.
final class RelationshipsTest {

    private static final Instant START = Instant.parse("2024-06-03T09:00:00Z");

    private static TestSystem system;
    private static WebTestClient http;
    private static Instant now = START;

    @BeforeAll
    static void start() {
        system = new TestSystem();
        http = TestSystem.http(system.start("--stratum.care.every=50ms"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void a_household_is_told_what_it_holds_together_once_a_day_when_it_changed() {
        file("h-head", CustomerKind.PERSONAL);
        file("h-wife", CustomerKind.PERSONAL, new Link(LinkKind.HOUSEHOLD, "h-head"));
        file("h-son", CustomerKind.PERSONAL, new Link(LinkKind.HOUSEHOLD, "h-head"));
        balance("h-head", 1_000);
        balance("h-wife", 200);
        members("h-son", "$.relationships[0].combinedBalance.amountMinor", 1_200);
        tick(Duration.ofHours(1));

        RelationshipsValued told = told("h-son", 1).get(0);
        assertThat(told.getRelationships())
                .containsExactly(new Relationship(RelationshipKind.HOUSEHOLD, "h-head", 3, new Money(1_200L, "EUR")));
        assertThat(told("h-head", 1).get(0).getRelationships()).isEqualTo(told.getRelationships());

        balance("h-wife", 500);
        members("h-head", "$.relationships[0].combinedBalance.amountMinor", 1_500);
        tick(Duration.ofHours(1));
        tick(Duration.ofDays(1));
        assertThat(told("h-wife", 2))
                .extracting(each ->
                        each.getRelationships().get(0).getCombinedBalance().getAmountMinor())
                .containsExactly(1_200L, 1_500L);

        file("h-son", CustomerKind.PERSONAL);
        members("h-son", "$.relationships.length()", 0);
        tick(Duration.ofDays(1));
        assertThat(told("h-son", 3).get(2).getRelationships()).isEmpty();
        assertThat(told("h-head", 3).get(2).getRelationships().get(0).getMembers())
                .isEqualTo(2);
    }

    @Test
    void a_company_counts_its_representative_and_its_employees_and_nobody_twice() {
        file("f-one", CustomerKind.CORPORATE);
        file("f-two", CustomerKind.CORPORATE);
        file(
                "f-boss",
                CustomerKind.PERSONAL,
                new Link(LinkKind.EMPLOYED_BY, "f-one"),
                new Link(LinkKind.LEGAL_REPRESENTATIVE_OF, "f-one"),
                new Link(LinkKind.EMPLOYED_BY, "f-two"));
        file("f-clerk", CustomerKind.PERSONAL, new Link(LinkKind.EMPLOYED_BY, "f-two"));
        balance("f-one", 5_000);
        balance("f-two", 7_000);
        balance("f-boss", 300);
        balance("f-clerk", 20);

        members("f-one", "$.relationships[0].combinedBalance.amountMinor", 5_300);
        members("f-two", "$.relationships[0].combinedBalance.amountMinor", 7_020);
        get("f-boss")
                .expectBody()
                .jsonPath("$.relationships.length()")
                .isEqualTo(1)
                .jsonPath("$.refused[0].reason")
                .isEqualTo("COUNTED_ALREADY")
                .jsonPath("$.refused[0].text['zh-CN']")
                .isEqualTo("该客户已计入另一家企业，不能重复计算。");
    }

    @Test
    void a_circle_is_refused_over_http_and_counts_once_when_it_comes_by_the_log() {
        file("c-a", CustomerKind.PERSONAL, new Link(LinkKind.HOUSEHOLD, "c-b"));
        members("c-a", "$.relationships[0].members", 2);

        http.put()
                .uri("/v1/customers/c-b/profile")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"kind\": \"PERSONAL\", \"links\": [{\"kind\": \"HOUSEHOLD\", \"customerId\": \"c-a\"}]}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("links[0]")
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).startsWith("Both lead to each other"));

        balance("c-a", 10);
        balance("c-b", 5);
        file("c-b", CustomerKind.PERSONAL, new Link(LinkKind.HOUSEHOLD, "c-a"));
        eventually(() -> get("c-a")
                .expectBody()
                .jsonPath("$.refused[0].reason")
                .isEqualTo("CYCLE")
                .jsonPath("$.relationships.length()")
                .isEqualTo(1)
                .jsonPath("$.relationships[0].relationshipId")
                .isEqualTo("c-a")
                .jsonPath("$.relationships[0].combinedBalance.amountMinor")
                .isEqualTo(15));
    }

    private static void file(String id, CustomerKind kind, Link... links) {
        now = now.plusMillis(1);
        system.publish(
                Topics.CUSTOMERS,
                id,
                CustomerProfiled.newBuilder(BankFacts.file(id, "b", null, now))
                        .setKind(kind)
                        .setLinks(List.of(links))
                        .build());
    }

    private static void balance(String id, long balance) {
        system.publish(
                Topics.SCORES,
                id,
                Scored.newBuilder()
                        .setCustomerId(id)
                        .setOccurredAt(now)
                        .setAsOf(now.atZone(ZoneOffset.UTC).toLocalDate())
                        .setFeatures(Map.of("balance", balance))
                        .setScore(1)
                        .setTier("MASS")
                        .setCandidate("MASS")
                        .setPolicy(new PolicyRef("default", 1))
                        .build());
    }

    private static void tick(Duration later) {
        now = now.plus(later);
        system.tick(now);
    }

    private static List<RelationshipsValued> told(String id, int times) {
        List<ConsumerRecord<String, byte[]>> records = system.await(
                Topics.RELATIONSHIPS,
                all -> all.stream().filter(each -> each.key().equals(id)).count() >= times);
        return records.stream()
                .filter(each -> each.key().equals(id))
                .map(each -> (RelationshipsValued) TestSystem.event(each))
                .toList();
    }

    private static void members(String id, String path, int value) {
        eventually(() -> get(id).expectBody().jsonPath(path).isEqualTo(value));
    }

    private static ResponseSpec get(String id) {
        return http.get()
                .uri("/v1/customers/" + id + "/relationships")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
    }
}
