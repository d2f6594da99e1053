package stratum.campaign.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.reactive.AnnotationConfigReactiveWebApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import reactor.core.publisher.Mono;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Sample;
import stratum.campaign.domain.Standing;
import stratum.campaign.publish.AnnouncingCampaigns;
import stratum.campaign.store.Database;
import stratum.campaign.stream.Written;
import stratum.campaign.usecase.CampaignRegister;
import stratum.campaign.usecase.CheckingCampaigns;
import stratum.campaign.usecase.EditingCampaigns;
import stratum.campaign.usecase.KnownCustomers.Known;
import stratum.campaign.usecase.SettingContactPolicy;
import stratum.platform.web.ProblemsConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** From a draft to the end, over HTTP, with a real database. */
class LifeOverHttpTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Written NEWS = Written.on("MILESTONE", "BIRTHDAY").id("news");

    private final Database database = Database.empty();
    private final CampaignRegister register = database.campaigns();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final WebTestClient http = WebTestClient.bindToController(
                    new CampaignController(new EditingCampaigns(register, JSON, clock), register, JSON),
                    new CheckController(new CheckingCampaigns(register, LifeOverHttpTest::customers)),
                    new ContactPolicyController(
                            database.contactPolicies(),
                            new SettingContactPolicy(database.contactPolicies(), JSON, clock),
                            JSON))
            .controllerAdvice(new CampaignProblems(), problems())
            .build();

    /** The platform's own, as a running service has it. */
    private static Object problems() {
        AnnotationConfigReactiveWebApplicationContext context = new AnnotationConfigReactiveWebApplicationContext();
        context.register(ProblemsConfiguration.class);
        context.refresh();
        return context.getBeansWithAnnotation(RestControllerAdvice.class)
                .values()
                .iterator()
                .next();
    }

    private static Stream<Known> customers() {
        LocalDate today = LocalDate.of(2026, 1, 5);
        return Stream.of("ann", "bob", "cyd", "dan").map(id -> new Known(customer(id), today));
    }

    private static Customer customer(String id) {
        Customer customer =
                id.equals("dan") ? Sample.customer(id) : Sample.customer(id, stratum.campaign.domain.Channel.PUSH);
        long balance = id.equals("ann") ? 10 : 1_000;
        return customer.scored(new Standing("VIP", Map.of("balance", balance), List.of()));
    }

    @Test
    void a_campaign_goes_from_draft_to_end_through_the_hands_of_two() {
        draft(NEWS, "ann")
                .jsonPath("$.status")
                .isEqualTo("DRAFT")
                .jsonPath("$.version")
                .isEqualTo(1);
        step("submit", 1, "ann").jsonPath("$.status").isEqualTo("IN_REVIEW");
        http.post()
                .uri("/v1/campaigns/news/approve")
                .header("If-Match", "\"2\"")
                .bodyValue(Map.of("actor", "ann"))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("ann wrote this version; somebody else has to approve it.");
        step("reject", 2, "bob").jsonPath("$.status").isEqualTo("DRAFT");
        step("submit", 3, "ann").jsonPath("$.status").isEqualTo("IN_REVIEW");
        step("approve", 4, "bob").jsonPath("$.approver").isEqualTo("bob");
        step("launch", 5, "bob").jsonPath("$.status").isEqualTo("LIVE");
        step("pause", 6, "cyd");
        step("resume", 7, "cyd");
        step("end", 8, "cyd")
                .jsonPath("$.status")
                .isEqualTo("ENDED")
                .jsonPath("$.history[*].step")
                .value(steps -> assertThat(steps)
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                        .containsExactly(
                                "DRAFT", "SUBMIT", "REJECT", "SUBMIT", "APPROVE", "LAUNCH", "PAUSE", "RESUME", "END"))
                .jsonPath("$.history[4].actor")
                .isEqualTo("bob");

        assertThat(announced())
                .containsExactly(
                        "news 1 LIVE 2026-01-05T09:00:00Z",
                        "news 1 PAUSED 2026-01-05T09:00:00Z",
                        "news 1 LIVE 2026-01-05T09:00:00Z",
                        "news 1 ENDED 2026-01-05T09:00:00Z");
    }

    @Test
    void a_live_campaign_is_never_edited_a_change_is_a_new_version_that_takes_its_place() {
        launch(NEWS);
        edit(NEWS.and("\"lever\": 2.0"), 4, "cyd")
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.status")
                .isEqualTo("DRAFT");
        step("submit", 1, "cyd");
        step("approve", 2, "bob");
        step("launch", 3, "bob").jsonPath("$.version").isEqualTo(2);

        http.get()
                .uri("/v1/campaigns/news?version=1")
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ENDED")
                .jsonPath("$.document.lever")
                .doesNotExist();
        http.get()
                .uri("/v1/campaigns")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].document.lever")
                .isEqualTo(2.0);
        assertThat(announced()).containsExactly("news 1 LIVE 2026-01-05T09:00:00Z", "news 2 LIVE 2026-01-05T09:00:00Z");
    }

    @Test
    void while_the_next_version_is_written_the_one_that_runs_can_be_paused() {
        launch(NEWS);
        edit(NEWS.and("\"lever\": 2.0"), 4, "cyd");

        step("pause", 4, "bob")
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.status")
                .isEqualTo("PAUSED");
    }

    @Test
    void who_has_not_seen_the_last_change_is_told_so() {
        draft(NEWS, "ann");
        edit(NEWS.and("\"lever\": 2.0"), 1, "ann");
        http.put()
                .uri("/v1/campaigns/news")
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(NEWS, "bob"))
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("It is now at edition 2; read it again and repeat the change.");
        http.post()
                .uri("/v1/campaigns/news/submit")
                .bodyValue(Map.of("actor", "bob"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void every_mistake_is_told_with_its_place() {
        http.post()
                .uri("/v1/campaigns")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        body(NEWS.and("\"condition\": \"features.shoes > 40\"").and("\"lever\": -1"), "ann"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("document.lever")
                .jsonPath("$.errors[1].field")
                .isEqualTo("document.condition")
                .jsonPath("$.errors[1].message")
                .isEqualTo("there is no feature 'shoes'.");
    }

    @Test
    void a_check_says_what_is_wrong_what_is_odd_and_whom_it_reaches() {
        launch(NEWS.id("strong").and("\"lever\": 9"));
        draft(NEWS.and("\"condition\": \"features.balance >= 100\""), "ann");

        check("")
                .jsonPath("$.errors.length()")
                .isEqualTo(0)
                .jsonPath("$.warnings[0].message")
                .isEqualTo(
                        "news can never win: strong waits for the same occasions and the same customers, and is expected to bring more.")
                .jsonPath("$.reach.customers")
                .isEqualTo(4)
                .jsonPath("$.reach.meet")
                .isEqualTo(3)
                .jsonPath("$.reach.contactable")
                .isEqualTo(2);
        check(document(NEWS.and("\"condition\": \"trigger.amountMinor > 5\"")))
                .jsonPath("$.reach.meet")
                .isEqualTo(0)
                .jsonPath("$.reach.depends")
                .isEqualTo(4);
        check(document(NEWS.and("\"condition\": \"tier == 'VIP' && tier == 'MASS'\"")))
                .jsonPath("$.errors[0].field")
                .isEqualTo("condition")
                .jsonPath("$.errors[0].message")
                .isEqualTo("no customer can meet it: tier would have to be two things at once")
                .jsonPath("$.reach")
                .doesNotExist();
        check(document(NEWS.and("\"condition\": \"tier >= 16\"")))
                .jsonPath("$.errors[0].message")
                .value(message ->
                        assertThat((String) message).startsWith("line 1, column 6: found no matching overload"));
    }

    @Test
    void the_contact_policy_is_replaced_by_who_has_seen_the_last_one() {
        http.get()
                .uri("/v1/contact-policy")
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .jsonPath("$.document.quietHours.from")
                .isEqualTo("21:00");
        policy(0, "22:00").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
        policy(0, "23:00").expectStatus().isEqualTo(412);
        policy(1, "late")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("quietHours.from");
        assertThat(requireNonNull(database.contactPolicies().nextToAnnounce().block())
                        .effectiveFrom())
                .isEqualTo(NOW);
    }

    private WebTestClient.ResponseSpec policy(long seen, String from) {
        return http.put()
                .uri("/v1/contact-policy")
                .header("If-Match", "\"%d\"".formatted(seen))
                .bodyValue(Map.of(
                        "actor",
                        "ann",
                        "document",
                        Map.of(
                                "caps",
                                List.of(Map.of("most", 2, "days", 7)),
                                "quietHours",
                                Map.of("from", from, "until", "08:00"),
                                "afterDeclinedDays",
                                90,
                                "afterAcceptedDays",
                                90)))
                .exchange();
    }

    private void launch(Written campaign) {
        draft(campaign, "ann");
        String id = campaign.id();
        step(id, "submit", 1, "ann");
        step(id, "approve", 2, "bob");
        step(id, "launch", 3, "bob");
    }

    private BodyContentSpec draft(Written campaign, String actor) {
        return http.post()
                .uri("/v1/campaigns")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(campaign, actor))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody();
    }

    private BodyContentSpec edit(Written campaign, long seen, String actor) {
        return http.put()
                .uri("/v1/campaigns/{id}", campaign.id())
                .header("If-Match", "\"%d\"".formatted(seen))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(campaign, actor))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static String body(Written campaign, String actor) {
        return "{\"actor\": \"%s\", \"document\": %s}".formatted(actor, campaign.document());
    }

    private static String document(Written campaign) {
        return "{\"document\": %s}".formatted(campaign.document());
    }

    private BodyContentSpec step(String step, long seen, String actor) {
        return step("news", step, seen, actor);
    }

    private BodyContentSpec step(String id, String step, long seen, String actor) {
        return http.post()
                .uri("/v1/campaigns/{id}/{step}", id, step)
                .header("If-Match", "\"%d\"".formatted(seen))
                .bodyValue(Map.of("actor", actor))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private BodyContentSpec check(String body) {
        WebTestClient.RequestBodySpec asked =
                http.post().uri("/v1/campaigns/news/check").contentType(MediaType.APPLICATION_JSON);
        return (body.isEmpty() ? asked : asked.bodyValue(body))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private List<String> announced() {
        List<String> announced = new ArrayList<>();
        @Nullable Boolean more;
        do {
            more = AnnouncingCampaigns.announceNext(register, database.transaction(), event -> {
                        announced.add("%s %d %s %s"
                                .formatted(
                                        event.getCampaignId(),
                                        event.getVersion(),
                                        event.getStatus(),
                                        event.getEffectiveFrom()));
                        return Mono.empty();
                    })
                    .block();
        } while (Boolean.TRUE.equals(more));
        return announced;
    }
}
