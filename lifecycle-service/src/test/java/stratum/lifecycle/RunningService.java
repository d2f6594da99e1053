package stratum.lifecycle;

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
import stratum.lifecycle.reference.Facts;
import stratum.platform.TestBroker;

/** One instance of the service, as those outside see it. */
final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ConfigurableApplicationContext context;
    private final WebTestClient http;

    /** Starts it at some port. Its state lies in the folder; the others are told to find it at the instance's address. */
    RunningService(TestBroker broker, List<String> database, Path state, String instance) {
        List<String> settings = new ArrayList<>(broker.settings());
        settings.addAll(database);
        settings.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--stratum.instance=" + instance,
                "--stratum.base-currency=" + Facts.CURRENCY,
                "--stratum.state-dir=" + state));
        context = new SpringApplicationBuilder(LifecycleService.class).run(settings.toArray(String[]::new));
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
        return http.post()
                .uri(path)
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
