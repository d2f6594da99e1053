package stratum.scoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import stratum.platform.web.ProblemsConfiguration;
import stratum.scoring.store.PolicyTable;
import stratum.scoring.store.TestDatabase;
import stratum.scoring.usecase.EditingPolicies;
import stratum.scoring.usecase.PolicyRegister;

/** A policy on its way from the first draft to publication, over HTTP and with a real database. */
@WebFluxTest(PolicyController.class)
@Import({EditingPolicies.class, PolicyTable.class, ProblemsConfiguration.class, PolicyControllerTest.Databases.class})
final class PolicyControllerTest {

    private static final String PATH = "/v1/policies/tier";
    private static final String DOCUMENT = """
            {"id": "gold", "version": %d, "currency": "EUR", "effectiveFrom": "2030-01-01T00:00:00Z",
             "tiers": [
               {"code": "LOW", "names": {"en": "Low", "zh-CN": "低"}, "minScore": 0, "gates": {}},
               {"code": "TOP", "names": {"en": "Top", "zh-CN": "高"}, "minScore": %d, "gates": {"balance": 90}}],
             "scoreCard": [{"dimension": "value", "weight": 2, "feature": "balance", "curve": [[0, 0], [500, 100]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60}}""";

    @TestConfiguration
    static class Databases {

        @Bean
        TestDatabase database() {
            return TestDatabase.empty();
        }

        @Bean
        EditingPolicies editing(PolicyRegister register) {
            return new EditingPolicies(register);
        }

        @Bean
        DatabaseClient client(TestDatabase database) {
            return database.client();
        }

        @Bean
        TransactionalOperator transaction(TestDatabase database) {
            return database.transaction();
        }
    }

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void no_policies() {
        database.sql("truncate policy, policy_step").then().block();
    }

    @Test
    void a_policy_is_drafted_submitted_approved_by_another_and_published() {
        draft(1, 100).expectStatus().isCreated().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        step("submit", 1, "anna").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        step("approve", 2, "anna")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("anna drafted this version; somebody else has to approve it.");
        step("approve", 2, "ben").expectStatus().isOk();
        step("publish", 3, "anna")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED")
                .jsonPath("$.approver")
                .isEqualTo("ben")
                .jsonPath("$.document.tiers[1].code")
                .isEqualTo("TOP")
                .jsonPath("$.history[*].step")
                .isEqualTo(List.of("DRAFT", "SUBMIT", "APPROVE", "PUBLISH"))
                .jsonPath("$.history[*].actor")
                .isEqualTo(List.of("anna", "anna", "ben", "anna"));
        step("retire", 4, "anna").expectStatus().isEqualTo(409);
    }

    @Test
    void every_mistake_in_a_draft_is_told_with_its_place() {
        draft(1, 1001)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("/tiers/1/minScore")
                .jsonPath("$.errors[0].message")
                .isEqualTo("Tier TOP asks for a score of 1001; scores are 0 to 1000.");
    }

    @Test
    void a_draft_is_edited_only_by_who_has_seen_it_as_it_is() {
        draft(1, 100);

        edit(1, 200, "anna").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        edit(1, 300, "anna")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The version is now at edition 2; read it again and repeat the change.");
        edit(2, 300, "ben").expectStatus().isEqualTo(409);
        step("submit", 2, "anna").expectStatus().isOk();
        edit(3, 300, "anna").expectStatus().isEqualTo(409);
    }

    @Test
    void a_version_is_drafted_once() {
        draft(1, 100).expectStatus().isCreated();
        draft(1, 100)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is a version 1 of gold already.");
    }

    @Test
    void what_is_missing_in_a_request_is_said() {
        draft(1, 100);

        http.post()
                .uri(PATH + "/gold/versions/1/submit")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("actor", "anna"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("If-Match");
        step("submit", 1, " ").expectStatus().isBadRequest();
        http.get().uri(PATH + "/gold/versions/7").exchange().expectStatus().isNotFound();
    }

    @Test
    void versions_are_listed_page_by_page_newest_first() {
        for (int version = 1; version <= 3; version++) {
            draft(version, 100).expectStatus().isCreated();
        }

        http.get()
                .uri(PATH + "?limit=2")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].version")
                .isEqualTo(List.of(3, 2))
                .jsonPath("$.next")
                .isEqualTo("gold:2");
        http.get()
                .uri(PATH + "?limit=2&after=gold:2")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].version")
                .isEqualTo(List.of(1))
                .jsonPath("$.next")
                .doesNotExist();
        assertThat(http.get().uri(PATH + "?limit=0").exchange().expectStatus().isBadRequest())
                .isNotNull();
    }

    private ResponseSpec draft(int version, int minScore) {
        return http.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(version, minScore, "anna"))
                .exchange();
    }

    private ResponseSpec edit(int edition, int minScore, String actor) {
        return http.put()
                .uri(PATH + "/gold/versions/1")
                .header(HttpHeaders.IF_MATCH, "\"%d\"".formatted(edition))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(1, minScore, actor))
                .exchange();
    }

    private ResponseSpec step(String step, int edition, String actor) {
        return http.post()
                .uri(PATH + "/gold/versions/1/" + step)
                .header(HttpHeaders.IF_MATCH, "\"%d\"".formatted(edition))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("actor", actor))
                .exchange();
    }

    private static String body(int version, int minScore, String actor) {
        return "{\"actor\": \"%s\", \"document\": %s}".formatted(actor, DOCUMENT.formatted(version, minScore));
    }
}
