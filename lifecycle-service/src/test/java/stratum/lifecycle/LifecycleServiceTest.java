package stratum.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.lifecycle.reference.Facts;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.TestBroker;
import stratum.platform.TestDatabase;
import stratum.schemas.Topics;

/** Two instances of the service with a real broker, as those outside see them. */
final class LifecycleServiceTest {

    private static final int CUSTOMERS = 20;
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final List<String> database = TestDatabase.empty();
    private final TestBroker broker = new TestBroker();
    private int ticks;

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void whichever_instance_is_asked_answers_for_all(@TempDir Path one, @TempDir Path other) throws IOException {
        int port = freePort();
        int otherPort = freePort();
        try (ConfigurableApplicationContext first = start(port, one);
                ConfigurableApplicationContext second = start(otherPort, other)) {
            assertThat(first.isRunning() && second.isRunning()).isTrue();
            everybodyOpensAnAccount();

            for (WebTestClient http : List.of(http(port), http(otherPort))) {
                eventually(() -> everybodyIsCounted(http));
                eventually(() -> everybodyIsFound(http));
                eventually(() -> nobodyElseIs(http));
                eventually(() -> flowsAreCounted(http));
                eventually(() -> nothingIsLearnedYet(http));
            }
        }
    }

    @Test
    void a_policy_is_drafted_reviewed_by_another_and_rules(@TempDir Path state) throws IOException {
        int port = freePort();
        try (ConfigurableApplicationContext service = start(port, state)) {
            assertThat(service.isRunning()).isTrue();
            everybodyOpensAnAccount();
            WebTestClient http = http(port);
            eventually(() -> everybodyIsCounted(http));

            draft(http, "{}")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("/id");
            draft(http, secondVersion()).expectStatus().isCreated();
            draft(http, secondVersion()).expectStatus().isEqualTo(HttpStatus.CONFLICT);
            step(http, "submit", 1, "anna").expectStatus().isOk();
            step(http, "approve", 2, "anna").expectStatus().isEqualTo(HttpStatus.CONFLICT);
            step(http, "approve", 1, "ben").expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
            step(http, "approve", 2, "ben").expectStatus().isOk();
            step(http, "publish", 3, "anna").expectStatus().isOk();

            eventually(() -> http.get()
                    .uri("/v1/policies/lifecycle")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[0].state")
                    .isEqualTo("PUBLISHED")
                    .jsonPath("$.items[1].author")
                    .isEqualTo("Stratum"));
            eventually(() -> {
                broker.tick(endOf(MONDAY.plusDays(1 + ticks++)), Topics.CLOCK);
                http.get()
                        .uri("/v1/stages/c0")
                        .exchange()
                        .expectBody()
                        .jsonPath("$.policy.version")
                        .isEqualTo(2);
            });
        }
    }

    private static String secondVersion() {
        return PolicyReading.defaultDocument().replace("\"version\": 1", "\"version\": 2");
    }

    private static WebTestClient.ResponseSpec draft(WebTestClient http, String document) {
        return http.post()
                .uri("/v1/policies/lifecycle")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"actor\": \"anna\", \"document\": %s}".formatted(document))
                .exchange();
    }

    private static WebTestClient.ResponseSpec step(WebTestClient http, String step, int edition, String actor) {
        return http.post()
                .uri("/v1/policies/lifecycle/lifecycle-default/versions/2/" + step)
                .header(HttpHeaders.IF_MATCH, "\"%d\"".formatted(edition))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"actor\": \"%s\"}".formatted(actor))
                .exchange();
    }

    private static void flowsAreCounted(WebTestClient http) {
        http.get()
                .uri("/v1/stages/flows?from=2024-01-01&to=2024-01-31")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.flows.NONE.ACQUISITION")
                .isEqualTo(CUSTOMERS);
        http.get()
                .uri("/v1/stages/flows?from=2024-02-01&to=x")
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.get()
                .uri("/v1/stages/at-risk?from=-999999999-01-01&to=2024-01-01")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("from")
                .jsonPath("$.errors[0].message")
                .isEqualTo("It is a date such as 2026-01-31, from 1900 to 2199.");
        http.get()
                .uri("/v1/policies/lifecycle?limit=-1")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
        http.post()
                .uri("/v1/models/bgnbd/fit")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("actor");
        http.get()
                .uri("/v1/stages/at-risk?from=2024-01-01&to=2024-01-31")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(0);
    }

    private static void nothingIsLearnedYet(WebTestClient http) {
        http.post()
                .uri("/v1/models/bgnbd/fit")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"actor\": \"anna\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).startsWith("0 customers came back"));
    }

    private static void everybodyIsCounted(WebTestClient http) {
        http.get()
                .uri("/v1/stages/distribution")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.asOf")
                .isEqualTo("2024-01-01")
                .jsonPath("$.customers")
                .isEqualTo(CUSTOMERS)
                .jsonPath("$.stages.ACQUISITION")
                .isEqualTo(CUSTOMERS)
                .jsonPath("$.stages.GROWTH")
                .isEqualTo(0);
    }

    private static void everybodyIsFound(WebTestClient http) {
        for (int i = 0; i < CUSTOMERS; i++) {
            http.get()
                    .uri("/v1/stages/c" + i)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.customerId")
                    .isEqualTo("c" + i)
                    .jsonPath("$.stage")
                    .isEqualTo("ACQUISITION")
                    .jsonPath("$.asOf")
                    .isEqualTo("2024-01-01")
                    .jsonPath("$.dueDate")
                    .isEqualTo("2024-03-31")
                    .jsonPath("$.policy.id")
                    .isEqualTo("lifecycle-default");
        }
    }

    private static void nobodyElseIs(WebTestClient http) {
        http.get()
                .uri("/v1/stages/nobody")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no customer nobody.");
    }

    private ConfigurableApplicationContext start(int port, Path state) {
        List<String> settings = new ArrayList<>(broker.settings());
        settings.addAll(database);
        settings.addAll(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--stratum.instance=127.0.0.1:" + port,
                "--stratum.base-currency=" + Facts.CURRENCY,
                "--stratum.state-dir=" + state));
        return new SpringApplicationBuilder(LifecycleService.class).run(settings.toArray(String[]::new));
    }

    private void everybodyOpensAnAccount() {
        for (int i = 0; i < CUSTOMERS; i++) {
            broker.publish(Topics.HOLDINGS, "c" + i, new Facts("c" + i).opened(MONDAY));
        }
        broker.tick(endOf(MONDAY), Topics.CLOCK);
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }

    private static WebTestClient http(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(assertion::run);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
