package stratum.sandbox.play;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import stratum.sandbox.run.SandboxFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells the customer-service who works in the branches of the simulated bank, as a head office would: over HTTP. */
public final class Staffing {

    private static final String FILE = "/staff.json";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String customerServiceUrl;

    public Staffing(String customerServiceUrl) {
        this.customerServiceUrl = customerServiceUrl;
    }

    /**
     * Puts all branches, and then all managers.
     *
     * @throws SandboxFailure where the service does not take one of them
     */
    public void put() throws InterruptedException {
        JsonNode staff = file();
        for (String kind : new String[] {"branches", "managers"}) {
            for (Map.Entry<String, JsonNode> each : staff.path(kind).properties()) {
                put("/v1/%s/%s".formatted(kind, each.getKey()), (ObjectNode) each.getValue());
            }
        }
    }

    private JsonNode file() {
        try (InputStream file = Staffing.class.getResourceAsStream(FILE)) {
            return json.readTree(Objects.requireNonNull(file, FILE));
        } catch (IOException e) {
            throw new SandboxFailure("the file of the simulated bank's staff cannot be read", e);
        }
    }

    private void put(String path, ObjectNode draft) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(customerServiceUrl + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        draft.put("actor", "head office").toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new SandboxFailure("the customer-service answered %d to %s: %s"
                        .formatted(response.statusCode(), path, response.body()));
            }
        } catch (IOException e) {
            throw new SandboxFailure("the customer-service did not take %s (%s)".formatted(path, e.getMessage()), e);
        }
    }
}
