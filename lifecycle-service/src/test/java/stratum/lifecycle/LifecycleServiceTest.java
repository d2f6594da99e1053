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
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.lifecycle.reference.Facts;
import stratum.platform.TestBroker;
import stratum.schemas.Topics;

/** Two instances of the service with a real broker, as those outside see them. */
final class LifecycleServiceTest {

    private static final int CUSTOMERS = 20;
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final TestBroker broker = new TestBroker();

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
            }
        }
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
        Instant evening =
                MONDAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
        broker.tick(evening, Topics.CLOCK);
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
