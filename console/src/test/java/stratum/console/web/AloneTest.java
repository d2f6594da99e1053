package stratum.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import stratum.console.Console;

/** The console starts first: no broker, no registry and no service answers yet. Port 1 never does. */
@SpringBootTest(
        classes = Console.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "stratum.console.pace=200ms",
            "spring.kafka.bootstrap-servers=localhost:1",
            "stratum.registry.url=http://localhost:1",
            "stratum.console.customer-url=http://localhost:1",
            "stratum.console.scoring-url=http://localhost:1",
            "stratum.console.lifecycle-url=http://localhost:1",
            "stratum.console.campaign-url=http://localhost:1"
        })
class AloneTest {

    private final HttpClient browser = HttpClient.newHttpClient();
    private final String console;

    AloneTest(@Autowired @LocalServerPort int port) {
        console = "http://localhost:" + port;
    }

    @Test
    void the_page_answers_and_says_that_the_system_is_starting() throws Exception {
        String page = get("/");

        assertThat(page).contains("Starting …", "not there yet").doesNotContain("??");
    }

    @Test
    void a_customer_panel_says_which_services_do_not_answer() throws Exception {
        assertThat(get("/customer?customer=c-1"))
                .contains("Scoring does not answer", "Lifecycle does not answer", "Campaigns does not answer");
    }

    @Test
    void the_stream_of_events_begins() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console + "/live"))
                .timeout(Duration.ofSeconds(10))
                .build();

        try (Stream<String> lines =
                browser.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            List<String> events =
                    lines.filter(line -> line.startsWith("event:")).limit(2).toList();
            assertThat(events).containsExactly("event:status", "event:road");
        }
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = browser.send(
                HttpRequest.newBuilder(URI.create(console + path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
