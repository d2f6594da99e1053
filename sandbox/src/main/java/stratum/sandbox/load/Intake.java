package stratum.sandbox.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import stratum.sandbox.run.SandboxFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The customer-service's intake of facts, as its callers see it. */
final class Intake {

    private static final String LINES = "application/x-ndjson";

    /** The service itself gives the broker two minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI facts;

    Intake(String customerServiceUrl) {
        this.facts = URI.create(customerServiceUrl + "/v1/facts");
    }

    /**
     * Sends facts; the answers are in their order, one for each.
     *
     * @throws SandboxFailure where the service does not answer, or not for each
     */
    List<JsonNode> take(List<String> lines) throws InterruptedException {
        List<JsonNode> answers = post(String.join("\n", lines) + "\n")
                .lines()
                .filter(text -> !text.isBlank())
                .map(this::parsed)
                .toList();
        if (answers.size() != lines.size()) {
            throw new SandboxFailure(
                    "the customer-service answered %d facts of %d".formatted(answers.size(), lines.size()));
        }
        return answers;
    }

    private String post(String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(facts)
                .timeout(PATIENCE)
                .header("Content-Type", LINES)
                .header("Accept", LINES)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new SandboxFailure(
                        "the customer-service answered %d: %s".formatted(response.statusCode(), response.body()));
            }
            return response.body();
        } catch (ConnectException e) {
            throw new SandboxFailure("the customer-service does not answer; `./stratum up` starts it", e);
        } catch (IOException e) {
            throw new SandboxFailure("the customer-service broke off (%s)".formatted(e.getMessage()), e);
        }
    }

    private JsonNode parsed(String answer) {
        try {
            return json.readTree(answer);
        } catch (JacksonException e) {
            throw new SandboxFailure("the customer-service answered what is no JSON: %s".formatted(answer), e);
        }
    }
}
