package stratum.scoring;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import stratum.platform.TestBroker;
import stratum.platform.TestDatabase;

/** Policies on their way from the first draft to publication, over HTTP. */
final class PolicyHttpTest {

    private static final String PATH = "/v1/policies/tier";
    private static final String DOCUMENT = """
            {"id": "%s", "version": %d, "currency": "EUR", "effectiveFrom": "2030-01-01T00:00:00Z",
             "tiers": [
               {"code": "LOW", "names": {"en": "Low", "zh-CN": "低"}, "minScore": 0, "gates": {}},
               {"code": "TOP", "names": {"en": "Top", "zh-CN": "高"}, "minScore": %d, "gates": {"balance": 90}}],
             "scoreCard": [{"dimension": "value", "weight": 2, "feature": "balance", "curve": [[0, 0], [500, 100]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60}}""";

    private static final TestBroker BROKER = new TestBroker();

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path state) {
        TestDatabase.empty();
        service = new RunningService(BROKER, state, 0);
    }

    @AfterAll
    static void stop() {
        service.close();
        BROKER.close();
    }

    @Test
    void a_policy_is_drafted_submitted_approved_by_another_and_published() {
        draft("p1", 1, 100).expectStatus().isCreated().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        step("p1", "submit", 1, "anna").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        step("p1", "approve", 2, "anna")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("anna drafted this version; somebody else has to approve it.");
        step("p1", "approve", 2, "ben").expectStatus().isOk();
        step("p1", "publish", 3, "anna")
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
        step("p1", "retire", 4, "anna").expectStatus().isEqualTo(409);
    }

    @Test
    void every_mistake_in_a_draft_is_told_with_its_place() {
        draft("p2", 1, 1001)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("/tiers/1/minScore")
                .jsonPath("$.errors[0].message")
                .isEqualTo("Tier TOP asks for a score of 1001; scores are 0 to 1000.");
    }

    @Test
    void what_is_null_in_a_document_is_a_mistake_and_so_is_another_currency() {
        service.post(PATH, body("null", 1, 100, "anna").replace("[500, 100]", "null"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("/scoreCard/0/curve/1");
        service.post(PATH, body("usd", 1, 100, "anna").replace("EUR", "USD"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("The amounts are in the bank's base currency EUR, so the currency is EUR, not USD.");
    }

    @Test
    void a_draft_is_edited_only_by_who_has_seen_it_as_it_is() {
        draft("p3", 1, 100);

        edit("p3", 1, 200, "anna").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        edit("p3", 1, 300, "anna")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The version is now at edition 2; read it again and repeat the change.");
        edit("p3", 2, 300, "ben").expectStatus().isEqualTo(409);
        step("p3", "submit", 2, "anna").expectStatus().isOk();
        edit("p3", 3, 300, "anna").expectStatus().isEqualTo(409);
    }

    @Test
    void a_version_is_drafted_once() {
        draft("p4", 1, 100).expectStatus().isCreated();
        draft("p4", 1, 100)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is a version 1 of p4 already.");
    }

    @Test
    void what_is_missing_in_a_request_is_said() {
        draft("p5", 1, 100);

        step("p5", "submit", 0, "anna")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("If-Match");
        step("p5", "submit", 1, " ").expectStatus().isBadRequest();
        service.get(PATH + "/p5/versions/7").expectStatus().isNotFound();
    }

    @Test
    void versions_are_listed_page_by_page_newest_first() {
        for (int version = 1; version <= 3; version++) {
            draft("z", version, 100).expectStatus().isCreated();
        }

        service.get(PATH + "?limit=2&after=rolling:1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].version")
                .isEqualTo(List.of(3, 2))
                .jsonPath("$.next")
                .isEqualTo("z:2");
        service.get(PATH + "?limit=2&after=z:2")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].version")
                .isEqualTo(List.of(1))
                .jsonPath("$.next")
                .doesNotExist();
        service.get(PATH + "?limit=0").expectStatus().isBadRequest();
    }

    private static ResponseSpec draft(String id, int version, int minScore) {
        return service.post(PATH, body(id, version, minScore, "anna"));
    }

    private static ResponseSpec edit(String id, int edition, int minScore, String actor) {
        return service.put(PATH + "/%s/versions/1".formatted(id), body(id, 1, minScore, actor), edition);
    }

    private static ResponseSpec step(String id, String step, int edition, String actor) {
        return service.post(
                PATH + "/%s/versions/1/%s".formatted(id, step), "{\"actor\": \"%s\"}".formatted(actor), edition);
    }

    private static String body(String id, int version, int minScore, String actor) {
        return "{\"actor\": \"%s\", \"document\": %s}".formatted(actor, DOCUMENT.formatted(id, version, minScore));
    }
}
