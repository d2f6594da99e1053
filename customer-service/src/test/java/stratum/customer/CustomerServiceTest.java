package stratum.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.JsonPathAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import stratum.customer.store.Outbox;
import stratum.events.Channel;
import stratum.events.ClockTicked;
import stratum.events.CustomerProfiled;
import stratum.events.Direction;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.Occasion;
import stratum.events.OccasionKind;
import stratum.events.OfferMade;
import stratum.events.PolicyRef;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.Scored;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.events.Staged;
import stratum.events.TierSignalled;
import stratum.events.TransactionPosted;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/** The service between a real broker and a real database, as those outside see it. */
@NullUnmarked // What is missing fails the test.
final class CustomerServiceTest {

    private static final Instant NOON = Instant.parse("1994-05-06T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(1994, 5, 6);

    private static TestSystem system;
    private static ConfigurableApplicationContext instance;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        system = new TestSystem();
        instance = system.start();
        http = TestSystem.http(instance);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void a_fact_sent_over_http_is_in_the_log_at_once_and_in_the_dossier_soon() {
        post(payment("e-http", "http-1", 1500))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"index\":0,\"eventId\":\"e-http\",\"status\":\"accepted\"}");

        ConsumerRecord<String, byte[]> record = only(Topics.TRANSACTIONS, "http-1");
        assertThat(record.timestamp()).isEqualTo(NOON.toEpochMilli());
        assertThat(((TransactionPosted) TestSystem.event(record)).getAmount()).isEqualTo(new Money(1500L, "EUR"));
        eventually(() -> get("/v1/customers/http-1/timeline")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo("e-http")
                .jsonPath("$.items[0].details.amount.amountMinor")
                .isEqualTo(1500));
        get("/v1/customers/http-1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.holdings[0].value.amountMinor")
                .isEqualTo(99);
    }

    @Test
    void a_broken_fact_is_told_all_that_is_wrong_with_it() {
        post("""
                        {"type": "TransactionPosted", "eventId": "e-bad", "customerId": "http 2", "acount": "a-1"}
                        """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("rejected")
                .jsonPath("$.errors[?(@.field=='acount')].message")
                .isEqualTo("There is no such field.")
                .jsonPath("$.errors[?(@.field=='amount')].message")
                .isEqualTo("It is missing.");
        post("""
                        {"type": "TransferMade"}
                        """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("type");
    }

    @Test
    void a_fact_that_the_broker_will_never_take_is_rejected_and_not_sent_again() {
        post(payment("e-ahead", "http-3", 1).replace("1994-05-06", "2199-05-06"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("occurredAt");
    }

    @Test
    void in_a_list_each_fact_has_its_own_answer() {
        post("[" + payment("e-1", "list-1", 1) + "," + payment("e-2", "list-1", -1) + ",7]")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$[0].status")
                .isEqualTo("accepted")
                .jsonPath("$[1].errors[0].field")
                .isEqualTo("amount.amountMinor")
                .jsonPath("$[2].errors[0].message")
                .isEqualTo("A fact is a JSON object.");
    }

    @Test
    void a_stream_of_lines_is_answered_line_by_line_and_a_broken_line_stops_no_other() {
        int facts = 3000;
        StringBuilder lines = new StringBuilder("this is no JSON\n\n");
        IntStream.range(0, facts)
                .forEach(i -> lines.append(
                                payment("line-" + i, "ndjson-1", i + 1).replaceAll("\\s+", " "))
                        .append('\n'));

        List<Map<String, Object>> answers = answers(lines.toString());

        assertThat(answers).hasSize(facts + 1);
        assertThat(answers.get(0)).containsEntry("status", "rejected").containsEntry("index", 0);
        assertThat(answers.subList(1, facts + 1)).extracting("status").containsOnly("accepted");
        assertThat(answers.get(facts)).containsEntry("eventId", "line-" + (facts - 1));
        List<ConsumerRecord<String, byte[]>> log = system.await(
                Topics.TRANSACTIONS, records -> of("ndjson-1", records).size() == facts);
        assertThat(of("ndjson-1", log))
                .extracting(record -> ((TransactionPosted) TestSystem.event(record)).getEventId())
                .isEqualTo(IntStream.range(0, facts).mapToObj(i -> "line-" + i).toList());
    }

    @Test
    void a_body_that_is_no_json_is_a_problem() {
        post("{\"type\":")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void a_profile_put_over_http_is_in_the_dossier_at_once_and_in_the_log_soon() {
        put("/v1/customers/file-1/profile", "{\"kind\": \"PERSONAL\", \"occupation\": \"BAKER\"}", null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"");
        get("/v1/customers/file-1")
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"")
                .expectBody()
                .jsonPath("$.profile.occupation")
                .isEqualTo("BAKER")
                .jsonPath("$.consents")
                .isEmpty();

        CustomerProfiled fact = (CustomerProfiled) TestSystem.event(only(Topics.CUSTOMERS, "file-1"));
        assertThat(fact.getOccupation()).isEqualTo("BAKER");
        assertThat(fact.getLanguage()).isEqualTo("en");
        eventually(() -> get("/v1/customers/file-1/timeline")
                .expectBody()
                .jsonPath("$.items[0].kind")
                .isEqualTo("CustomerProfiled"));
        get("/v1/customers/file-1").expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
    }

    @Test
    void consents_are_put_into_the_file_and_the_whole_file_is_published() {
        put("/v1/customers/file-2/profile", "{\"kind\": \"PERSONAL\", \"branch\": \"7\"}", null);
        put(
                        "/v1/customers/file-2/consents",
                        "[{\"channel\": \"SMS\", \"purpose\": \"MARKETING\", \"granted\": true}]",
                        "\"1\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");

        List<ConsumerRecord<String, byte[]>> log = of(
                "file-2",
                system.await(Topics.CUSTOMERS, records -> of("file-2", records).size() == 2));
        CustomerProfiled fact = (CustomerProfiled) TestSystem.event(log.get(1));
        assertThat(fact.getBranch()).isEqualTo("7");
        assertThat(fact.getConsents()).hasSize(1);
        put("/v1/customers/file-2/profile", "{\"kind\": \"PERSONAL\", \"branch\": \"8\"}", null);
        get("/v1/customers/file-2")
                .expectBody()
                .jsonPath("$.consents[0].channel")
                .isEqualTo("SMS")
                .jsonPath("$.profile.branch")
                .isEqualTo("8");
    }

    @Test
    void a_tier_set_by_hand_is_put_into_the_file_kept_there_and_taken_back() {
        String path = "/v1/customers/hand-1/tier-override";
        put(path, byHand("VIP", "2199-01-01"), null).expectStatus().isNotFound();
        put("/v1/customers/hand-1/profile", "{\"kind\": \"PERSONAL\", \"branch\": \"7\"}", null);
        put(
                "/v1/customers/hand-1/consents",
                "[{\"channel\": \"SMS\", \"purpose\": \"MARKETING\", \"granted\": true}]",
                null);

        put(path, byHand("VIP", "2199-01-01"), "\"2\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"3\"")
                .expectBody()
                .jsonPath("$.tierOverride.by")
                .isEqualTo("anna");
        put("/v1/customers/hand-1/profile", "{\"kind\": \"PERSONAL\", \"branch\": \"8\"}", "\"3\"")
                .expectStatus()
                .isOk();

        get("/v1/customers/hand-1")
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"4\"")
                .expectBody()
                .jsonPath("$.tierOverride.tier")
                .isEqualTo("VIP")
                .jsonPath("$.tierOverride.until")
                .isEqualTo("2199-01-01")
                .jsonPath("$.profile.branch")
                .isEqualTo("8")
                .jsonPath("$.profile.tierOverride")
                .doesNotExist()
                .jsonPath("$.consents[0].channel")
                .isEqualTo("SMS");
        delete(path, "\"3\"").expectStatus().isEqualTo(412);
        delete(path, "\"4\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tierOverride")
                .doesNotExist()
                .jsonPath("$.consents[0].channel")
                .isEqualTo("SMS");
        delete(path, null).expectStatus().isNotFound();

        List<ConsumerRecord<String, byte[]>> log = of(
                "hand-1",
                system.await(Topics.CUSTOMERS, records -> of("hand-1", records).size() == 5));
        assertThat(log)
                .extracting(record -> ((CustomerProfiled) TestSystem.event(record)).getTierOverride())
                .map(override -> override == null ? null : override.getTier())
                .containsExactly(null, null, "VIP", "VIP", null);
    }

    @Test
    void a_tier_set_by_hand_that_cannot_be_is_a_problem_with_a_sentence_for_each_mistake() {
        String path = "/v1/customers/hand-2/tier-override";
        put("/v1/customers/hand-2/profile", "{\"kind\": \"PERSONAL\"}", null);

        put(path, "{\"tier\": \"VIP\", \"until\": \"tomorrow\", \"cause\": \"none\"}", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("reason", "by", "until", "cause"));
        put(path, byHand(" ", "2199-01-01"), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("tier");
        put(path, byHand("VIP", "2024-03-15").replace("{", "{\"occurredAt\": \"2024-03-15T12:00:00Z\","), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("until")
                .jsonPath("$.errors[0].message")
                .isEqualTo("A tier set by hand on 2024-03-15 cannot end on 2024-03-15.");
        put("/v1/customers/hand-2/profile", "{\"kind\": \"PERSONAL\", \"tierOverride\": null}", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("tierOverride");
        get("/v1/customers/hand-2").expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
    }

    @Test
    void a_fact_from_before_1970_is_taken_and_keeps_its_time() {
        Instant summer = Instant.parse("1965-07-01T12:00:00Z");
        put("/v1/customers/old-1/profile", "{\"kind\": \"PERSONAL\", \"occurredAt\": \"1965-07-01T12:00:00Z\"}", null)
                .expectStatus()
                .isOk();
        post(payment("e-old", "old-1", 1).replace("1994-05-06", "1965-07-01"))
                .expectStatus()
                .isOk();

        assertThat(List.of(only(Topics.CUSTOMERS, "old-1"), only(Topics.TRANSACTIONS, "old-1")))
                .allSatisfy(record -> assertThat(record.timestamp()).isZero())
                .extracting(record -> FactRules.occurredAt(TestSystem.event(record)))
                .containsExactly(summer, summer);
    }

    @Test
    void an_edit_that_the_log_will_never_take_holds_up_no_other() {
        Outbox outbox = instance.getBean(Outbox.class);
        String tooLarge = "x".repeat(2 * Topics.MAX_MESSAGE_BYTES);
        outbox.put("{\"type\": \"CustomerMerged\"}").block();
        outbox.put("""
                        {"type": "CustomerProfiled", "eventId": "huge", "customerId": "huge-1",
                         "occurredAt": "1994-05-06T12:00:00Z", "kind": "PERSONAL", "occupation": "%s"}
                        """.formatted(tooLarge)).block();

        put("/v1/customers/behind-1/profile", "{\"kind\": \"PERSONAL\"}", null)
                .expectStatus()
                .isOk();

        assertThat(only(Topics.CUSTOMERS, "behind-1").key()).isEqualTo("behind-1");
    }

    @Test
    void a_file_that_the_log_cannot_hold_is_refused() {
        put(
                        "/v1/customers/large-1/profile",
                        "{\"kind\": \"PERSONAL\", \"personalData\": \"%s\"}"
                                .formatted("eHh4".repeat(Topics.LARGEST_RECORD_BYTES / 3 + 1)),
                        null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).contains("may have 262144"));
        get("/v1/customers/large-1").expectStatus().isNotFound();
    }

    @Test
    void a_file_far_ahead_of_the_clock_bars_no_later_change() {
        put("/v1/customers/ahead-1/profile", "{\"kind\": \"PERSONAL\", \"branch\": \"1\"}", null);
        put("/v1/customers/ahead-1/profile", "{\"kind\": \"PERSONAL\", \"occurredAt\": \"2150-01-01T00:00:00Z\"}", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("occurredAt");
        CustomerProfiled file = (CustomerProfiled) TestSystem.event(only(Topics.CUSTOMERS, "ahead-1"));
        system.publish(
                Topics.CUSTOMERS,
                "ahead-1",
                CustomerProfiled.newBuilder(file)
                        .setEventId("from-another-system")
                        .setOccurredAt(Instant.parse("2150-01-01T00:00:00Z"))
                        .setBranch("2")
                        .build());

        assertThat(header(only(Topics.CUSTOMER_DEAD_LETTERS, "ahead-1"), "stratum.reason"))
                .isEqualTo("ABSURD_DATE");
        put(
                        "/v1/customers/ahead-1/consents",
                        "[{\"channel\": \"SMS\", \"purpose\": \"MARKETING\", \"granted\": false}]",
                        null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"")
                .expectBody()
                .jsonPath("$.branch")
                .isEqualTo("1")
                .jsonPath("$.occurredAt")
                .value(
                        String.class,
                        at -> assertThat(Instant.parse(at))
                                .isBefore(Instant.now().plusSeconds(3600)));
    }

    @Test
    void whoever_edits_an_outdated_file_is_told_so() {
        put("/v1/customers/file-3/profile", "{\"kind\": \"PERSONAL\"}", null);
        put("/v1/customers/file-3/profile", "{\"kind\": \"PERSONAL\"}", "\"1\"")
                .expectStatus()
                .isOk();
        put("/v1/customers/file-3/profile", "{\"kind\": \"PERSONAL\"}", "\"1\"")
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        put("/v1/customers/file-3/profile", "{\"kind\": \"PERSONAL\", \"occurredAt\": \"1990-01-01T00:00:00Z\"}", null)
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void an_edit_sent_twice_under_one_event_id_is_made_once() {
        String profile = "{\"kind\": \"PERSONAL\", \"eventId\": \"edit-4\"}";
        put("/v1/customers/file-4/profile", profile, null).expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        put("/v1/customers/file-4/profile", profile, null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"");
    }

    @Test
    void a_wrong_profile_is_a_problem_with_a_sentence_for_each_mistake() {
        put("/v1/customers/file-5/profile", "{\"kind\": \"PERSON\", \"birthDate\": \"yesterday\"}", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[0].field")
                .isEqualTo("kind");
        put("/v1/customers/no customer/profile", "{\"kind\": \"PERSONAL\"}", null)
                .expectStatus()
                .isBadRequest();
        put("/v1/customers/file-6/consents", "[]", null).expectStatus().isNotFound();
        get("/v1/customers/file-5").expectStatus().isNotFound();
    }

    @Test
    void tier_stage_and_offers_come_together_in_dossier_list_and_overview() {
        system.publish(Topics.SCORES, "seen-1", scored("seen-1", "VIP"));
        system.publish(Topics.STAGES, "seen-1", staged("seen-1", Stage.MATURITY));
        system.publish(Topics.OFFERS, "seen-1", offer("seen-1"));
        system.publish(Topics.SCORES, "clock:0", new ClockTicked(NOON, List.of()));

        eventually(() -> get("/v1/customers/seen-1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tier")
                .isEqualTo("VIP")
                .jsonPath("$.features.balance")
                .isEqualTo(5)
                .jsonPath("$.needs[0]")
                .isEqualTo("PENSION")
                .jsonPath("$.scoring.candidate")
                .isEqualTo("CORE")
                .jsonPath("$.stage")
                .isEqualTo("MATURITY")
                .jsonPath("$.lifecycle.since")
                .isEqualTo("1994-05-06"));
        get("/v1/customers?tier=VIP&stage=MATURITY&q=seen")
                .expectBody()
                .jsonPath("$.items[0].customerId")
                .isEqualTo("seen-1")
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        eventually(() -> get("/v1/overview")
                .expectBody()
                .jsonPath("$.tiers.VIP")
                .isEqualTo(1)
                .jsonPath("$.stages.MATURITY")
                .isEqualTo(1)
                .jsonPath("$.offers[0].details.offerCode")
                .isEqualTo("GOLD"));
    }

    @Test
    void the_tier_of_a_day_is_told_by_what_was_known_at_a_time() {
        system.publish(Topics.TIER_SIGNALS, "tiers-1", signal("s-1", SignalKind.ASSIGNED, "VIP", DAY, NOON));
        Instant corrected = NOON.plus(Duration.ofDays(5));
        system.publish(Topics.TIER_SIGNALS, "tiers-1", signal("s-2", SignalKind.OVERRIDDEN, "CORE", DAY, corrected));
        system.publish(Topics.TIER_SIGNALS, "tiers-1", signal("s-3", SignalKind.WATCH_STARTED, "CORE", DAY, corrected));

        eventually(() -> get("/v1/customers/tiers-1/tiers?validAt=1994-05-07&knownAt=1994-05-12T00:00:00Z")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"customerId": "tiers-1", "items": [{"tier": "CORE", "kind": "OVERRIDDEN",
                         "validFrom": "1994-05-06", "knownFrom": "1994-05-11T12:00:00Z"}]}
                        """));
        get("/v1/customers/tiers-1/tiers?validAt=1994-05-07&knownAt=1994-05-08T00:00:00Z")
                .expectBody()
                .jsonPath("$.items[*].tier")
                .isEqualTo("VIP");
        get("/v1/customers/tiers-1/tiers")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
        get("/v1/customers/tiers-1/tiers?validAt=yesterday").expectStatus().isBadRequest();
        get("/v1/customers/nobody/tiers").expectStatus().isNotFound();
    }

    @Test
    void lists_are_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            put("/v1/customers/page-" + i + "/profile", "{\"kind\": \"PERSONAL\"}", null);
        }

        get("/v1/customers?q=page-&limit=2")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .isEqualTo("page-1");
        get("/v1/customers?q=page-&limit=2&after=page-1")
                .expectBody()
                .jsonPath("$.items[0].customerId")
                .isEqualTo("page-2")
                .jsonPath("$.next")
                .doesNotExist();
        get("/v1/customers?limit=0").expectStatus().isBadRequest();
        get("/v1/customers/page-0/timeline?after=nonsense").expectStatus().isBadRequest();
    }

    @Test
    void what_cannot_be_booked_is_a_dead_letter_with_its_reason_and_the_next_fact_is_booked() {
        byte[] garbage = "garbage".getBytes(UTF_8);
        system.publishRaw(Topics.TRANSACTIONS, "dead-1", garbage);
        system.publishRaw(
                Topics.TRANSACTIONS,
                "dead-1",
                ByteBuffer.allocate(20).putInt(1, 4711).array());
        system.publish(Topics.TRANSACTIONS, "dead-1", transaction("e-1", "", 1, NOON));
        system.publish(Topics.TRANSACTIONS, "dead-1", transaction("e-2", "dead-1", -1, NOON));
        system.publish(
                Topics.TRANSACTIONS, "dead-1", transaction("e-3", "dead-1", 1, Instant.parse("2999-01-01T00:00:00Z")));
        system.publishRaw(Topics.TRANSACTIONS, "dead-1", new byte[2_000_000]);
        system.publish(Topics.TRANSACTIONS, "dead-1", transaction("e-\u0000", "dead-1", 1, NOON));
        system.publish(Topics.TRANSACTIONS, "dead-1", transaction("e-good", "dead-1", 1, NOON));

        List<ConsumerRecord<String, byte[]>> letters = of(
                "dead-1",
                system.await(
                        Topics.CUSTOMER_DEAD_LETTERS,
                        records -> of("dead-1", records).size() == 7));
        assertThat(letters)
                .extracting(letter -> header(letter, "stratum.reason"))
                .containsExactlyInAnyOrder(
                        "UNREADABLE",
                        "UNKNOWN_SCHEMA",
                        "MISSING_CUSTOMER",
                        "INVALID",
                        "ABSURD_DATE",
                        "TOO_LARGE",
                        "INVALID");
        assertThat(letters.get(0).value()).isEqualTo(garbage);
        assertThat(header(letters.get(0), "stratum.topic")).isEqualTo(Topics.TRANSACTIONS);
        assertThat(header(letters.get(0), "stratum.service")).isEqualTo("customer");
        eventually(() -> get("/v1/customers/dead-1/timeline")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo("e-good"));
    }

    @Test
    void the_service_says_when_it_is_ready_and_what_it_has_done() {
        eventually(() -> get("/actuator/health/readiness")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP"));
        get("/actuator/health/liveness").expectStatus().isOk();
        get("/actuator/prometheus").expectStatus().isOk();
    }

    @Test
    void the_whole_log_read_again_changes_no_dossier() {
        for (int i = 0; i < 50; i++) {
            system.publish(
                    Topics.TRANSACTIONS, "again-1", transaction("again-" + i, "again-1", i + 1, NOON.plusMillis(i)));
        }
        eventually(() -> timelineOf("again-1").isEqualTo(50));

        WebTestClient another = TestSystem.http(system.start("--spring.kafka.consumer.group-id=again"));
        system.publish(Topics.TRANSACTIONS, "again-1", transaction("again-50", "again-1", 1, NOON.plusMillis(50)));

        eventually(() -> another.get()
                .uri("/actuator/metrics/stratum.booked")
                .exchange()
                .expectBody()
                .jsonPath("$.measurements[0].value")
                .value(Double.class, booked -> assertThat(booked).isGreaterThanOrEqualTo(51)));
        eventually(() -> timelineOf("again-1").isEqualTo(51));
    }

    private static JsonPathAssertions timelineOf(String customerId) {
        return get("/v1/customers/" + customerId + "/timeline?limit=500")
                .expectBody()
                .jsonPath("$.items.length()");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> of(String key, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> key.equals(record.key())).toList();
    }

    private static ConsumerRecord<String, byte[]> only(String topic, String key) {
        return of(key, system.await(topic, records -> !of(key, records).isEmpty()))
                .get(0);
    }

    private static ResponseSpec post(String body) {
        return http.post()
                .uri("/v1/facts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Map<String, Object>> answers(String lines) {
        return (List) http.post()
                .uri("/v1/facts")
                .contentType(MediaType.APPLICATION_NDJSON)
                .accept(MediaType.APPLICATION_NDJSON)
                .bodyValue(lines)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(Map.class)
                .getResponseBody()
                .collectList()
                .block();
    }

    private static ResponseSpec put(String path, String body, String ifMatch) {
        return http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.add(HttpHeaders.IF_MATCH, ifMatch);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec delete(String path, String ifMatch) {
        return http.delete()
                .uri(path)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.add(HttpHeaders.IF_MATCH, ifMatch);
                    }
                })
                .exchange();
    }

    private static String byHand(String tier, String until) {
        return """
                {"tier": "%s", "reason": "a promise", "by": "anna", "until": "%s"}
                """.formatted(tier, until);
    }

    private static ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion::run);
    }

    private static String payment(String eventId, String customerId, long amountMinor) {
        return """
                {"type": "TransactionPosted", "eventId": "%s", "customerId": "%s", "accountId": "a-1",
                 "occurredAt": "1994-05-06T12:00:00Z", "productFamily": "DEPOSIT", "direction": "DEBIT",
                 "amount": {"amountMinor": %d, "currency": "EUR"},
                 "balanceAfter": {"amountMinor": 99, "currency": "EUR"},
                 "purpose": "CARD", "channel": "CARD", "initiator": "CUSTOMER"}
                """.formatted(eventId, customerId, amountMinor);
    }

    private static TransactionPosted transaction(String eventId, String customerId, long amountMinor, Instant at) {
        return new TransactionPosted(
                eventId,
                customerId,
                "a-1",
                at,
                ProductFamily.DEPOSIT,
                Direction.DEBIT,
                new Money(amountMinor, "EUR"),
                null,
                Purpose.CARD,
                Channel.CARD,
                null,
                Initiator.CUSTOMER,
                null);
    }

    private static Scored scored(String customerId, String tier) {
        return Scored.newBuilder()
                .setCustomerId(customerId)
                .setOccurredAt(NOON)
                .setAsOf(DAY)
                .setFeatures(Map.of("balance", 5L))
                .setScore(700)
                .setTier(tier)
                .setCandidate("CORE")
                .setNeeds(List.of("PENSION"))
                .setPolicy(new PolicyRef("default", 1))
                .build();
    }

    private static TierSignalled signal(String id, SignalKind kind, String tier, LocalDate asOf, Instant at) {
        return TierSignalled.newBuilder()
                .setSignalId(id)
                .setCustomerId("tiers-1")
                .setOccurredAt(at)
                .setAsOf(asOf)
                .setKind(kind)
                .setTier(tier)
                .setCandidate(tier)
                .setScore(1)
                .setPoints(Map.of())
                .setFeatures(Map.of())
                .setUp(List.of())
                .setDown(List.of())
                .setReasons(List.of())
                .setPolicy(new PolicyRef("default", 1))
                .build();
    }

    private static Staged staged(String customerId, Stage stage) {
        return Staged.newBuilder()
                .setCustomerId(customerId)
                .setOccurredAt(NOON)
                .setAsOf(DAY)
                .setStage(stage)
                .setSince(DAY)
                .setRisk(3)
                .setCauses(List.of())
                .setFeatures(Map.of())
                .setPolicy(new PolicyRef("default", 1))
                .build();
    }

    private static OfferMade offer(String customerId) {
        return OfferMade.newBuilder()
                .setOfferId("o-1")
                .setCustomerId(customerId)
                .setOccurredAt(NOON)
                .setCampaignId("upgrade")
                .setCampaignVersion(1)
                .setOccasion(new Occasion(OccasionKind.TIER_SIGNAL, "s-1", "UPGRADED", NOON))
                .setOfferCode("GOLD")
                .setValue(new Money(1L, "EUR"))
                .setChannel(Channel.PUSH)
                .setVariant("A")
                .setMessages(List.of())
                .setLanguage("en")
                .setValidUntil(NOON.plusSeconds(60))
                .setReasons(List.of())
                .build();
    }
}
