package stratum.scoring;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import stratum.platform.TestBroker;
import stratum.platform.TestDatabase;

/** An instance of the service with a real broker and a real database, as those outside speak to it. */
final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ConfigurableApplicationContext context;
    private final WebTestClient http;

    /** Starts it. Its state lies in the folder; it tells the other instances that it is found at the port. */
    RunningService(TestBroker broker, Path state, int port) {
        List<String> settings = new ArrayList<>(broker.settings());
        settings.addAll(TestDatabase.settings());
        settings.addAll(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--stratum.instance=127.0.0.1:" + port,
                "--stratum.state-dir=" + state));
        context = new SpringApplicationBuilder(ScoringService.class).run(settings.toArray(String[]::new));
        String found = requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + found)
                .responseTimeout(PATIENCE)
                .build();
    }

    ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    ResponseSpec post(String path, String body) {
        return post(path, body, 0);
    }

    /** By somebody who has seen this edition; 0 for nobody. */
    ResponseSpec post(String path, String body, int edition) {
        return send(http.post(), path, body, edition);
    }

    ResponseSpec put(String path, String body, int edition) {
        return send(http.put(), path, body, edition);
    }

    private static ResponseSpec send(WebTestClient.RequestBodyUriSpec request, String path, String body, int edition) {
        return request.uri(path)
                .headers(headers -> {
                    if (edition > 0) {
                        headers.set(HttpHeaders.IF_MATCH, "\"%d\"".formatted(edition));
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static void eventually(Runnable assertion) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(assertion::run);
    }

    @Override
    public void close() {
        context.close();
    }
}
