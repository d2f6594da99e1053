package stratum.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.customer.store.TestDatabase;
import stratum.events.Channel;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.schemas.Topics;

/** What happens while Postgres is away, and after. */
@NullUnmarked // What is missing fails the test.
final class OutageTest {

    @TempDir
    private Path folder;

    @Test
    void while_the_database_is_away_nothing_is_lost_and_afterwards_all_is_booked() throws IOException {
        int port = freePort();
        EmbeddedPostgres postgres = postgres(port);
        try (TestSystem system = new TestSystem(TestDatabase.at(port))) {
            WebTestClient http = TestSystem.http(system.start());
            login(system, 1);
            eventually(() -> timelineHas(1, http));

            postgres.close();
            login(system, 2);
            eventually(() -> http.get()
                    .uri("/v1/customers/c-1")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503));
            eventually(() -> http.get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503));
            http.get()
                    .uri("/actuator/health/liveness")
                    .exchange()
                    .expectStatus()
                    .isOk();

            postgres = postgres(port);
            login(system, 3);
            eventually(() -> timelineHas(3, http));
            assertThat(system.await(Topics.INTERACTIONS, records -> records.size() == 3))
                    .hasSize(3);
        } finally {
            postgres.close();
        }
    }

    private static void login(TestSystem system, int n) {
        Instant at = Instant.parse("2024-05-06T12:00:00Z").plusSeconds(n);
        system.publish(
                Topics.INTERACTIONS,
                "c-1",
                new InteractionRecorded("e-" + n, "c-1", at, InteractionKind.LOGIN, Channel.WEB, null, null, null));
    }

    private static void timelineHas(int entries, WebTestClient http) {
        http.get()
                .uri("/v1/customers/c-1/timeline")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(entries);
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setLocaleConfig("locale", "C")
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion::run);
    }
}
