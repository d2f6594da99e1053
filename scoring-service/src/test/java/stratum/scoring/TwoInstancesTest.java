package stratum.scoring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static stratum.scoring.RunningService.eventually;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import stratum.platform.TestBroker;
import stratum.platform.TestDatabase;

/** Two instances of the service with a real broker, each with half of the customers, as those outside see them. */
final class TwoInstancesTest {

    private static final int CUSTOMERS = 20;
    private static final LocalDate MONDAY = LocalDate.parse("2024-01-01");
    private static final List<String> IDS =
            IntStream.range(10, 10 + CUSTOMERS).mapToObj(i -> "c" + i).toList();

    private final TestBroker broker = new TestBroker();

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void whichever_instance_is_asked_answers_for_all(@TempDir Path one, @TempDir Path other) throws IOException {
        TestDatabase.empty();
        try (RunningService first = new RunningService(broker, one, freePort());
                RunningService second = new RunningService(broker, other, freePort())) {
            OpenedAccounts.of(IDS, 600_000, MONDAY).publish(broker);

            for (RunningService service : List.of(first, second)) {
                eventually(() -> everybodyIsCounted(service));
                eventually(() -> everybodyIsFound(service));
                eventually(() -> everybodyIsListed(service));
                nobodyElseIs(service);
                nobodyKnowsThePast(service);
            }
        }
    }

    private static void everybodyIsCounted(RunningService service) {
        service.get("/v1/tiers/distribution")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.asOf")
                .isEqualTo("2024-01-01")
                .jsonPath("$.customers")
                .isEqualTo(CUSTOMERS)
                .jsonPath("$.tiers.MASS")
                .isEqualTo(CUSTOMERS)
                .jsonPath("$.tiers.PRIVATE")
                .isEqualTo(0);
    }

    /** Half a year of nothing: the balance is there long enough, and tenure grows. */
    private static void everybodyIsFound(RunningService service) {
        for (String customer : IDS) {
            service.get("/v1/scores/" + customer)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.customerId")
                    .isEqualTo(customer)
                    .jsonPath("$.asOf")
                    .isEqualTo("2024-01-01")
                    .jsonPath("$.features.tenureDays")
                    .isEqualTo(0)
                    .jsonPath("$.tier")
                    .isEqualTo("MASS")
                    .jsonPath("$.policy.id")
                    .isEqualTo("rolling");
            service.get("/v1/scores/" + customer + "?asOf=2024-07-01")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.asOf")
                    .isEqualTo("2024-07-01")
                    .jsonPath("$.features.tenureDays")
                    .isEqualTo(182)
                    .jsonPath("$.features.avgBalance90d")
                    .isEqualTo(600_000)
                    .jsonPath("$.points.loyalty")
                    .value(Double.class, points -> assertThat(points).isGreaterThan(0));
        }
    }

    private static void everybodyIsListed(RunningService service) {
        assertThat(listed(service, "/v1/scores")).isEqualTo(IDS);
        assertThat(listed(service, "/v1/scores?after=c14&limit=3")).containsExactly("c15", "c16", "c17");
    }

    private static List<Object> listed(RunningService service, String path) {
        return requireNonNull(service.get(path)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
                .returnResult(Map.class)
                .getResponseBody()
                .map(score -> (Object) score.get("customerId"))
                .collectList()
                .block());
    }

    private static void nobodyElseIs(RunningService service) {
        service.get("/v1/scores/nobody")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no customer nobody.");
    }

    private static void nobodyKnowsThePast(RunningService service) {
        for (String customer : IDS) {
            service.get("/v1/scores/" + customer + "?asOf=2023-12-31")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("The bank's clock stands at 2024-01-01; asOf may be that day or later.");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
