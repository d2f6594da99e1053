package stratum.sandbox.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stratum.sandbox.run.SandboxFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a file line by line, a bounded number of lines at a time, and counts the answers. */
public final class Loading {

    private static final int LINES_AT_ONCE = 500;
    private static final int TOLD = 10;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI facts;
    private final Consumer<String> says;
    private long line;
    private long accepted;
    private long refused;

    public Loading(String customerServiceUrl, Consumer<String> says) {
        this.facts = URI.create(customerServiceUrl + "/v1/facts");
        this.says = says;
    }

    /**
     * Sends the whole file; true where every fact was accepted.
     *
     * @throws SandboxFailure where the file cannot be read or the service does not take facts; what was sent before
     *     that stays, and sending the file again changes nothing about it
     */
    public boolean load(Path file) throws InterruptedException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            List<String> chunk = new ArrayList<>();
            for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                chunk.add(next);
                if (chunk.size() == LINES_AT_ONCE) {
                    send(chunk);
                }
            }
            send(chunk);
        } catch (IOException e) {
            throw new SandboxFailure("%s cannot be sent after line %d: %s.".formatted(file, line, reason(e)), e);
        }
        says.accept("%,d facts accepted, %,d refused.".formatted(accepted, refused));
        return refused == 0;
    }

    private static String reason(IOException e) {
        return e instanceof ConnectException
                ? "the customer-service does not answer; `./stratum up` starts it"
                : e.toString();
    }

    private void send(List<String> chunk) throws IOException, InterruptedException {
        // The service answers line by line and passes empty ones over, so its count must be ours.
        List<Long> numbers = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String text : chunk) {
            line++;
            if (!text.isBlank()) {
                numbers.add(line);
                body.append(text).append('\n');
            }
        }
        chunk.clear();
        if (!numbers.isEmpty()) {
            answered(post(body.toString()), numbers);
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(facts)
                .timeout(Duration.ofSeconds(120))
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new SandboxFailure(
                    "The customer-service answered %d: %s".formatted(response.statusCode(), response.body()));
        }
        return response;
    }

    private void answered(HttpResponse<String> response, List<Long> numbers) {
        List<String> answers =
                response.body().lines().filter(text -> !text.isBlank()).toList();
        if (answers.size() != numbers.size()) {
            throw new SandboxFailure("The customer-service answered %d facts of %d; send the file again."
                    .formatted(answers.size(), numbers.size()));
        }
        for (String answer : answers) {
            count(parsed(answer), numbers);
        }
    }

    private JsonNode parsed(String answer) {
        try {
            return json.readTree(answer);
        } catch (JacksonException e) {
            throw new SandboxFailure("The customer-service answered what is no JSON: %s".formatted(answer), e);
        }
    }

    private void count(JsonNode answer, List<Long> numbers) {
        if (answer.path("status").asString("").equals("accepted")) {
            accepted++;
            return;
        }
        refused++;
        if (refused <= TOLD) {
            JsonNode first = answer.path("errors").path(0);
            says.accept("Line %d %s: %s %s"
                    .formatted(
                            numbers.get(answer.path("index").asInt(0)),
                            answer.path("status").asString("refused"),
                            first.path("field").asString(""),
                            first.path("message").asString("")));
        }
    }
}
