package stratum.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import stratum.customer.store.TestDatabase;
import stratum.events.Channel;
import stratum.events.InteractionRecorded;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.schemas.Topics;

/** Looking after customers, as those outside see it: a real broker, a real database, and the bank's clock. */
@NullUnmarked // What is missing fails the test.
final class CareTest {

    /** A Monday. */
    private static final Instant START = Instant.parse("2024-06-03T09:00:00Z");

    /** The advisory lock of who places customers. */
    private static final long CARE = 0x73747261_63617265L;

    private static TestDatabase database;
    private static TestSystem system;
    private static WebTestClient http;
    private static Instant now = START;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        system = new TestSystem(database);
        http = TestSystem.http(system.start("--stratum.care.every=50ms"));
        eventually(() -> get("/v1/policies/care")
                .expectBody()
                .jsonPath("$.items[0].state")
                .isEqualTo("PUBLISHED"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void the_tier_decides_who_looks_after_a_customer_and_a_change_hands_over_with_a_note() {
        branch("b-tier");
        manager("lobby-1", "b-tier", "LOBBY_MANAGER", 10);
        manager("wealth-1", "b-tier", "WEALTH_MANAGER", 10);
        customer("tier-1", "b-tier", null, "CORE", 500);
        tick(Duration.ofHours(1));
        eventually(() -> care("tier-1").jsonPath("$.now.manager").isEqualTo("lobby-1"));

        signal("tier-1", SignalKind.UPGRADED, "VIP", 9_000);
        tick(Duration.ofHours(1));

        eventually(() -> care("tier-1")
                .jsonPath("$.now.manager")
                .isEqualTo("wealth-1")
                .jsonPath("$.handovers[0].from")
                .isEqualTo("lobby-1")
                .jsonPath("$.handovers[0].to")
                .isEqualTo("wealth-1")
                .jsonPath("$.handovers[0].fromTier")
                .isEqualTo("CORE")
                .jsonPath("$.handovers[0].toTier")
                .isEqualTo("VIP")
                .jsonPath("$.handovers[0].cause.text['zh-CN']")
                .isEqualTo("客户层级变动")
                .jsonPath("$.handovers[0].why.text.en")
                .isEqualTo("Who has most room in the branch")
                .jsonPath("$.handovers[0].note.balance")
                .isEqualTo(9_000)
                .jsonPath("$.handovers[1].to")
                .isEqualTo("lobby-1"));
        get("/v1/managers/wealth-1")
                .expectBody()
                .jsonPath("$.customers")
                .isEqualTo(1)
                .jsonPath("$.balance.amountMinor")
                .isEqualTo(9_000);
        get("/v1/managers/lobby-1")
                .expectBody()
                .jsonPath("$.customers")
                .isEqualTo(0)
                .jsonPath("$.balance.amountMinor")
                .isEqualTo(0);
        get("/v1/managers/lobby-1/handovers")
                .expectBody()
                .jsonPath("$.items[*].to")
                .isEqualTo(List.of("wealth-1", "lobby-1"));
    }

    @Test
    void a_referred_customer_goes_to_the_referrers_manager() {
        branch("b-ref");
        manager("ref-1", "b-ref", "WEALTH_MANAGER", 10);
        customer("referrer", "b-ref", null, "VIP", 1_000_000);
        tick(Duration.ofHours(1));
        eventually(() -> care("referrer").jsonPath("$.now.manager").isEqualTo("ref-1"));
        manager("ref-2", "b-ref", "WEALTH_MANAGER", 10);

        customer("referred", "b-ref", "referrer", "VIP", 1_000);
        customer("unreferred", "b-ref", null, "VIP", 1_000);
        tick(Duration.ofHours(1));

        eventually(() -> care("referred")
                .jsonPath("$.now.manager")
                .isEqualTo("ref-1")
                .jsonPath("$.handovers[0].why.code")
                .isEqualTo("REFERRED"));
        eventually(() -> care("unreferred").jsonPath("$.now.manager").isEqualTo("ref-2"));
    }

    @Test
    void who_finds_no_room_waits_on_a_list_and_comes_next_when_there_is_room() {
        branch("b-full");
        manager("full-1", "b-full", "WEALTH_MANAGER", 2);
        for (int i = 0; i < 4; i++) {
            customer("full-" + i, "b-full", null, "VIP", 100);
        }
        tick(Duration.ofHours(1));
        eventually(() -> get("/v1/branches/b-full/waiting?limit=1")
                .expectBody()
                .jsonPath("$.items[0].customerId")
                .isEqualTo("full-2")
                .jsonPath("$.next")
                .isNotEmpty());
        String next = field(get("/v1/branches/b-full/waiting?limit=1"), "next");
        get("/v1/branches/b-full/waiting?limit=1&after=" + next)
                .expectBody()
                .jsonPath("$.items[0].customerId")
                .isEqualTo("full-3")
                .jsonPath("$.next")
                .doesNotExist();

        signal("full-0", SignalKind.DOWNGRADED, "MASS", 1);
        tick(Duration.ofHours(1));
        eventually(() -> care("full-2")
                .jsonPath("$.now.manager")
                .isEqualTo("full-1")
                .jsonPath("$.handovers[0].cause.code")
                .isEqualTo("ROOM"));
        care("full-0")
                .jsonPath("$.now.manager")
                .doesNotExist()
                .jsonPath("$.handovers[0].why.code")
                .isEqualTo("NOT_FOR_THIS_TIER");

        manager("full-1", "b-full", "WEALTH_MANAGER", 3);
        eventually(() -> care("full-3").jsonPath("$.now.manager").isEqualTo("full-1"));
        get("/v1/branches/b-full/waiting")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void a_whole_portfolio_moves_when_its_manager_leaves() {
        branch("b-leave");
        manager("leaver", "b-leave", "WEALTH_MANAGER", 100);
        for (int i = 0; i < 30; i++) {
            customer("leave-%02d".formatted(i), "b-leave", null, "VIP", 100 + i);
        }
        tick(Duration.ofHours(1));
        eventually(() ->
                get("/v1/managers/leaver").expectBody().jsonPath("$.customers").isEqualTo(30));
        manager("heir", "b-leave", "WEALTH_MANAGER", 20);
        manager("other", "b-leave", "WEALTH_MANAGER", 5);

        post("/v1/managers/leaver/departure", """
                {"actor": "head", "reason": "retires", "successor": "heir"}
                """)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.active")
                .isEqualTo(false);

        eventually(() -> get("/v1/managers/leaver")
                .expectBody()
                .jsonPath("$.customers")
                .isEqualTo(0)
                .jsonPath("$.history[0].actor")
                .isEqualTo("head")
                .jsonPath("$.history[0].details.reason")
                .isEqualTo("retires"));
        get("/v1/managers/heir").expectBody().jsonPath("$.customers").isEqualTo(20);
        get("/v1/managers/other").expectBody().jsonPath("$.customers").isEqualTo(5);
        get("/v1/branches/b-leave/waiting")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(5);
        care("leave-00")
                .jsonPath("$.handovers[0].cause.text.en")
                .isEqualTo("The manager left")
                .jsonPath("$.handovers[0].why.code")
                .isEqualTo("HANDED_OVER");
        get("/v1/managers/heir/customers?limit=15")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(15)
                .jsonPath("$.next")
                .isEqualTo("leave-14");
    }

    @Test
    void nobody_leaves_while_customers_are_being_placed() throws SQLException {
        branch("b-turn");
        manager("turn-1", "b-turn", "WEALTH_MANAGER", 10);
        try (Connection placing = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                Statement statement = placing.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(CARE));
            CompletableFuture<Void> departure = CompletableFuture.runAsync(() ->
                    post("/v1/managers/turn-1/departure", """
                            {"actor": "head", "reason": "retires"}
                            """).expectStatus().isOk());
            eventually(() -> assertThat(waiting(statement)).isEqualTo(1));
            get("/v1/managers/turn-1").expectBody().jsonPath("$.active").isEqualTo(true);

            statement.execute("select pg_advisory_unlock(%d)".formatted(CARE));

            departure.join();
            get("/v1/managers/turn-1").expectBody().jsonPath("$.active").isEqualTo(false);
        }
    }

    private static int waiting(Statement statement) {
        try (ResultSet rows = statement.executeQuery(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                        + " (select oid from pg_database where datname = current_database())")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void contacts_are_due_by_the_banks_clock_and_logged_ones_reach_the_log() {
        branch("b-due");
        manager("due-1", "b-due", "WEALTH_MANAGER", 10);
        Instant assigned = now;
        customer("due-a", "b-due", null, "VIP", 100);
        customer("due-b", "b-due", null, "VIP", 100);
        tick(Duration.ofHours(1));
        eventually(() -> care("due-a").jsonPath("$.now.reason.code").isEqualTo("VIP"));
        String due = day(field(care("due-a"), "now.dueOn"));
        get("/v1/managers/due-1/contacts?due=" + due)
                .expectBody()
                .jsonPath("$.items[*].customerId")
                .isEqualTo(List.of("due-a", "due-b"));
        get("/v1/managers/due-1/contacts")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);

        tick(Duration.between(now, assigned).plusDays(14));
        eventually(() -> get("/v1/branches/b-due/overdue")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].reason.text['zh-CN']")
                .isEqualTo("贵宾客户：每两周联系"));

        post("/v1/customers/due-a/contacts", """
                {"eventId": "contact-1", "staffId": "due-1", "kind": "CALL_OUT", "note": "asked about a deposit"}
                """).expectStatus().isOk();
        post("/v1/customers/due-b/contacts", """
                {"staffId": "due-1", "kind": "CALL_OUT", "reached": false}
                """).expectStatus().isOk();
        tick(Duration.ofSeconds(2));

        eventually(() -> get("/v1/branches/b-due/overdue")
                .expectBody()
                .jsonPath("$.items[*].customerId")
                .isEqualTo(List.of("due-b")));
        InteractionRecorded fact = (InteractionRecorded) TestSystem.event(
                system
                        .await(
                                Topics.INTERACTIONS,
                                records ->
                                        records.stream().anyMatch(r -> r.key().equals("due-a")))
                        .stream()
                        .filter(record -> record.key().equals("due-a"))
                        .findFirst()
                        .orElseThrow());
        assertThat(fact.getEventId()).isEqualTo("contact-1");
        assertThat(fact.getStaffId()).isEqualTo("due-1");
        care("due-a").jsonPath("$.now.familiar").isEqualTo(false);

        post("/v1/customers/due-a/contacts", """
                {"eventId": "contact-1", "staffId": "due-1", "kind": "CALL_OUT"}
                """)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.note")
                .isEqualTo("asked about a deposit");
        post("/v1/customers/due-a/contacts", """
                {"eventId": "contact-2", "staffId": "due-1", "kind": "BRANCH_VISIT", "intent": "A"}
                """).expectStatus().isOk();
        tick(Duration.ofSeconds(2));

        eventually(() -> care("due-a")
                .jsonPath("$.now.familiar")
                .isEqualTo(true)
                .jsonPath("$.now.reason.code")
                .isEqualTo("INTENT_A"));
        eventually(() -> get("/v1/customers/due-a/timeline")
                .expectBody()
                .jsonPath("$.items[?(@.kind=='InteractionRecorded')].id")
                .isEqualTo(List.of("contact-2", "contact-1")));
        get("/v1/customers/due-a/contacts")
                .expectBody()
                .jsonPath("$.items[*].contactId")
                .isEqualTo(List.of("contact-2", "contact-1"));
    }

    @Test
    void a_customer_at_risk_is_due_within_two_working_days() {
        branch("b-risk");
        manager("risk-1", "b-risk", "LOBBY_MANAGER", 10);
        customer("risk-1", "b-risk", null, "CORE", 100);
        tick(Duration.ofHours(1));
        eventually(() -> care("risk-1").jsonPath("$.now.reason.code").isEqualTo("CORE"));

        system.publish(Topics.TRANSITIONS, "risk-1", BankFacts.stage("risk-1", Stage.GROWTH, Stage.AT_RISK, now));
        tick(Duration.ofHours(1));

        eventually(() -> care("risk-1")
                .jsonPath("$.now.reason.code")
                .isEqualTo("AT_RISK")
                .jsonPath("$.now.stage")
                .isEqualTo("AT_RISK"));
    }

    @Test
    void an_offer_to_be_made_in_person_lands_on_the_managers_list_with_the_reason_and_the_words() {
        branch("b-offer");
        manager("offer-1", "b-offer", "WEALTH_MANAGER", 10);
        customer("offer-1", "b-offer", null, "VIP", 100);
        customer("offer-2", "b-offer", null, "VIP", 100);
        Instant until = now.plus(Duration.ofDays(2));
        system.publish(Topics.OFFERS, "offer-1", BankFacts.offer("o-call", "offer-1", Channel.RM_CALL, now, until));
        system.publish(Topics.OFFERS, "offer-2", BankFacts.offer("o-visit", "offer-2", Channel.BRANCH, now, until));
        system.publish(Topics.OFFERS, "offer-2", BankFacts.offer("o-push", "offer-2", Channel.PUSH, now, until));
        tick(Duration.ofHours(1));

        eventually(() -> get("/v1/managers/offer-1/contacts")
                .expectBody()
                .jsonPath("$.items[*].customerId")
                .isEqualTo(List.of("offer-1", "offer-2"))
                .jsonPath("$.items[0].reason.text['zh-CN']")
                .isEqualTo("有待当面或电话告知的优惠")
                .jsonPath("$.items[0].offers[0].reasons[0].text.en")
                .isEqualTo("You moved up.")
                .jsonPath("$.items[0].offers[0].messages[0].text")
                .isEqualTo("您已升级为贵宾客户。")
                .jsonPath("$.items[1].offers[*].offerId")
                .isEqualTo(List.of("o-visit")));

        post("/v1/customers/offer-1/contacts", """
                {"staffId": "offer-1", "kind": "CALL_OUT", "offerId": "o-call", "intent": "C"}
                """).expectStatus().isOk();
        tick(Duration.ofSeconds(2));
        eventually(() -> get("/v1/managers/offer-1/contacts")
                .expectBody()
                .jsonPath("$.items[*].customerId")
                .isEqualTo(List.of("offer-2")));

        tick(Duration.ofDays(2));
        eventually(() -> care("offer-2")
                .jsonPath("$.now.reason.code")
                .isEqualTo("VIP")
                .jsonPath("$.now.offers.length()")
                .isEqualTo(0));
    }

    @Test
    void an_offer_to_somebody_whom_nobody_looks_after_is_on_the_list_of_the_branch_until_it_is_talked_about() {
        branch("b-alone");
        customer("alone-1", "b-alone", null, "MASS", 100);
        customer("alone-2", "b-alone", null, "MASS", 100);
        Instant until = now.plus(Duration.ofDays(2));
        system.publish(Topics.OFFERS, "alone-1", BankFacts.offer("o-alone", "alone-1", Channel.BRANCH, now, until));
        tick(Duration.ofHours(1));
        eventually(() -> get("/v1/branches/b-alone/offers")
                .expectBody()
                .jsonPath("$.items[*].customerId")
                .isEqualTo(List.of("alone-1"))
                .jsonPath("$.items[0].offers[0].messages[0].text")
                .isEqualTo("您已升级为贵宾客户。"));
        get("/v1/branches/b-alone/overdue")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);

        system.publish(
                Topics.INTERACTIONS, "alone-1", BankFacts.contact("visit-1", "alone-1", "teller", "o-alone", now));
        tick(Duration.ofHours(1));

        eventually(() -> get("/v1/branches/b-alone/offers")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0));
    }

    @Test
    void who_looks_after_a_customer_still_does_from_another_branch_while_nobody_has_room() {
        branch("b-from");
        branch("b-to");
        manager("mover", "b-from", "WEALTH_MANAGER", 10);
        customer("moved-1", "b-from", null, "VIP", 700);
        tick(Duration.ofHours(1));
        eventually(() -> care("moved-1").jsonPath("$.now.manager").isEqualTo("mover"));

        manager("mover", "b-to", "WEALTH_MANAGER", 10);

        eventually(() -> get("/v1/branches/b-from/waiting")
                .expectBody()
                .jsonPath("$.items[*].customerId")
                .isEqualTo(List.of("moved-1"))
                .jsonPath("$.items[0].manager")
                .isEqualTo("mover"));
        manager("follower", "b-from", "WEALTH_MANAGER", 10);
        eventually(() -> care("moved-1")
                .jsonPath("$.now.manager")
                .isEqualTo("follower")
                .jsonPath("$.now.waitingSince")
                .doesNotExist());
        get("/v1/managers/mover")
                .expectBody()
                .jsonPath("$.customers")
                .isEqualTo(0)
                .jsonPath("$.balance.amountMinor")
                .isEqualTo(0);
    }

    /** 40 customers come while one manager is alone; a second one then has no customer at all. */
    @Test
    void the_spread_of_load_and_the_managers_needed_are_told() {
        branch("b-report");
        manager("report-1", "b-report", "WEALTH_MANAGER", 100);
        for (int i = 0; i < 40; i++) {
            customer("report-%02d".formatted(i), "b-report", null, "VIP", 1_000 * (i + 1));
        }
        tick(Duration.ofHours(1));
        eventually(() -> get("/v1/managers/report-1")
                .expectBody()
                .jsonPath("$.customers")
                .isEqualTo(40));
        manager("report-2", "b-report", "WEALTH_MANAGER", 100);

        get("/v1/branches/b-report/spread")
                .expectBody()
                .jsonPath("$.roles[0].now.managers")
                .isEqualTo(2)
                .jsonPath("$.roles[0].now.ofCustomers")
                .isEqualTo(1.0)
                .jsonPath("$.roles[0].now.ofBalance")
                .isEqualTo(1.0)
                .jsonPath("$.roles[0].anew.ofCustomers")
                .value(Double.class, spread -> assertThat(spread).isLessThan(0.11))
                .jsonPath("$.roles[0].anew.ofBalance")
                .value(Double.class, spread -> assertThat(spread).isLessThan(0.01))
                .jsonPath("$.moves")
                .value(Integer.class, moves -> assertThat(moves).isBetween(15, 25));
        // 40 customers every 14 days at 30 minutes: 40 x 30 x 7 / (14 x 5 x 240) = 0.5.
        get("/v1/reports/resources")
                .expectBody()
                .jsonPath("$.tiers[?(@.branch=='b-report')].managers")
                .isEqualTo(List.of(0.5))
                .jsonPath("$.tiers[?(@.branch=='b-report')].thereAre")
                .isEqualTo(List.of(2))
                .jsonPath("$.pools[?(@.branch=='b-report')].missing")
                .isEqualTo(List.of(-1.5));
        get("/v1/reports/loyalty?from=2024-01&to=2026-01").expectStatus().isBadRequest();
        get("/v1/reports/loyalty?from=2024-01&to=May").expectStatus().isBadRequest();
        get("/v1/reports/loyalty?from=2024-01&to=2024-02&by=shoe")
                .expectStatus()
                .isBadRequest();
        get("/v1/reports/loyalty?from=2024-07&to=2024-07&by=stage")
                .expectStatus()
                .isOk();
    }

    @Test
    void what_cannot_be_is_a_problem_with_a_sentence_for_each_mistake() {
        put("/v1/managers/bad-1", "{\"name\": \" \", \"branch\": \"none\", \"role\": \"CAT\", \"capacity\": -1}", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("actor", "name", "capacity", "branch", "role"))
                .jsonPath("$.errors[4].message")
                .isEqualTo("There is no role CAT; the policy has SENIOR_WEALTH_MANAGER, WEALTH_MANAGER,"
                        + " LOBBY_MANAGER, TELLER.");
        put("/v1/branches/b-bad", "{\"actor\": \"head\", \"names\": {\"en\": \"Bad\"}}", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("names.zh-CN");
        branch("b-etag");
        put("/v1/branches/b-etag", branchBody(), "\"7\"").expectStatus().isEqualTo(412);
        put("/v1/branches/b-etag", branchBody(), "\"1\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");
        post("/v1/managers/nobody/departure", "{\"actor\": \"head\", \"reason\": \"leaves\"}")
                .expectStatus()
                .isNotFound();
        post("/v1/customers/nobody/contacts", "{\"staffId\": \"s\", \"kind\": \"CALL_OUT\"}")
                .expectStatus()
                .isNotFound();
        post("/v1/customers/nobody/contacts", "{\"kind\": \"LOGIN\", \"intent\": \"Z\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("staffId", "kind", "intent"));
        get("/v1/managers/nobody/contacts").expectStatus().isNotFound();
        get("/v1/branches/b-etag/waiting?after=x").expectStatus().isBadRequest();
        http.post()
                .uri("/v1/policies/care")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"actor\": \"anna\", \"document\": {\"id\": \"mine\", \"version\": 0, \"roles\": []}}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field=='/version')].message")
                .isEqualTo("The version is a whole number from 1 to 2147483647, not 0.");
    }

    private static void customer(String id, String branch, String referrer, String tier, long balance) {
        system.publish(Topics.CUSTOMERS, id, BankFacts.file(id, branch, referrer, now));
        eventually(() -> get("/v1/customers/" + id).expectStatus().isOk());
        signal(id, SignalKind.ASSIGNED, tier, balance);
    }

    private static void signal(String id, SignalKind kind, String tier, long balance) {
        now = now.plusMillis(1);
        system.publish(Topics.TIER_SIGNALS, id, BankFacts.signal(id, kind, tier, balance, now));
    }

    private static void tick(Duration later) {
        now = now.plus(later);
        system.tick(now);
    }

    private static void branch(String id) {
        put("/v1/branches/" + id, branchBody(), null).expectStatus().isOk();
    }

    private static String branchBody() {
        return "{\"actor\": \"head office\", \"names\": {\"en\": \"Main street\", \"zh-CN\": \"大街支行\"}}";
    }

    private static void manager(String id, String branch, String role, int capacity) {
        put("/v1/managers/" + id, """
                {"actor": "head", "name": "Li Na", "branch": "%s", "role": "%s", "capacity": %d}
                """.formatted(branch, role, capacity), null)
                .expectStatus()
                .isOk();
    }

    private static BodyContentSpec care(String customerId) {
        return get("/v1/customers/" + customerId + "/care")
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static String field(ResponseSpec response, String path) {
        return field(response.expectBody(), path);
    }

    private static String field(BodyContentSpec body, String path) {
        String[] found = new String[1];
        body.jsonPath("$." + path).value(String.class, value -> found[0] = value);
        return found[0];
    }

    private static String day(String date) {
        assertThat(date).matches("\\d{4}-\\d{2}-\\d{2}");
        return date;
    }

    private static ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private static ResponseSpec post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
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

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
    }
}
