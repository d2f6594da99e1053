package stratum.lifecycle;

import static stratum.lifecycle.RunningService.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.lifecycle.reference.Facts;
import stratum.platform.TestBroker;
import stratum.platform.TestDatabase;
import stratum.schemas.Topics;

/** Two instances share the customers, and one of them does not answer when the other asks it. */
final class InstanceAwayTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final int CUSTOMERS = 20;

    private final List<String> database = TestDatabase.empty();
    private final TestBroker broker = new TestBroker();

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void one_that_restores_its_state_still_is_waited_for(@TempDir Path one, @TempDir Path other) throws IOException {
        HttpServer busy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        busy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        busy.start();
        String away = "127.0.0.1:" + busy.getAddress().getPort();
        try (RunningService asked = new RunningService(broker, database, one, "127.0.0.1:1");
                RunningService held = new RunningService(broker, database, other, away)) {
            everybodyOpensAnAccount();

            eventually(() -> asksToTryAgain(asked, "/v1/stages/distribution", away));
            eventually(() -> asksToTryAgain(asked, "/v1/stages/flows?from=2024-01-01&to=2024-01-31", away));
            eventually(() -> asksToTryAgain(asked, "/v1/models/bgnbd/rhythms", away));
            held.get("/actuator/health").expectStatus().isOk();
        } finally {
            busy.stop(0);
        }
    }

    @Test
    void one_that_is_gone_and_not_yet_missed_is_waited_for(@TempDir Path one, @TempDir Path other) throws IOException {
        String away = "127.0.0.1:" + freePort();
        try (RunningService asked = new RunningService(broker, database, one, "127.0.0.1:1");
                RunningService held = new RunningService(broker, database, other, away)) {
            everybodyOpensAnAccount();

            eventually(() -> asksToTryAgain(asked, "/v1/stages/distribution", away));
            eventually(() -> asksToTryAgainForOneAtLeast(asked, away));
            held.get("/actuator/health").expectStatus().isOk();
        }
    }

    private static void asksToTryAgain(RunningService service, String path, String away) {
        service.get(path)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The instance %s cannot answer just now; try again in a few seconds".formatted(away));
    }

    /** Half of the customers are there. */
    private static void asksToTryAgainForOneAtLeast(RunningService service, String away) {
        AssertionError last = null;
        for (int i = 0; i < CUSTOMERS; i++) {
            try {
                asksToTryAgain(service, "/v1/stages/c" + i, away);
                return;
            } catch (AssertionError e) {
                last = e;
            }
        }
        throw last == null ? new AssertionError("nobody was asked about") : last;
    }

    private void everybodyOpensAnAccount() {
        for (int i = 0; i < CUSTOMERS; i++) {
            broker.publish(Topics.HOLDINGS, "c" + i, new Facts("c" + i).opened(MONDAY));
        }
        broker.tick(MONDAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1), Topics.CLOCK);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
