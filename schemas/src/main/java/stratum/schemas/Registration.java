package stratum.schemas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Puts the catalogue's schemas into a registry, where from then on no incompatible change is let in. */
public final class Registration {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String api;

    /** A registration at the registry with this address, for example {@code http://localhost:8085}. */
    public Registration(String registryUrl) {
        this.api = registryUrl + "/apis/ccompat/v7";
    }

    /**
     * Registers everything, for where no launcher does it: at the registry that {@code STRATUM_REGISTRY_URL} names, once
     * it answers. Exit code 1 where it does not, or refuses a schema.
     */
    public static void main(String[] args) throws InterruptedException {
        String url = System.getenv().getOrDefault("STRATUM_REGISTRY_URL", "http://localhost:8085");
        Registration registration = new Registration(url);
        try {
            registration.awaitAnswer();
            registration.registerAll();
            System.out.println("The schemas of the catalogue are registered at " + url);
        } catch (IOException e) {
            System.err.printf("The schemas could not be registered at %s: %s%n", url, e);
            System.exit(1);
        }
    }

    /** Containers start together, and the registry is not the first to be ready. */
    private void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try {
                send("GET", "/subjects", "");
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * Registers every record of the catalogue under its subject; those already there stay as they are.
     *
     * @throws IOException where the registry does not answer, or refuses a schema, with the subject and its answer
     */
    public void registerAll() throws IOException, InterruptedException {
        send("PUT", "/config", "{\"compatibility\":\"BACKWARD\"}");
        for (Topic topic : Topics.catalogue()) {
            for (Schema schema : topic.records()) {
                register(topic.subjectOf(schema), schema);
            }
        }
    }

    /**
     * Registers one schema under a subject.
     *
     * @return the schema's id, as records bear it
     * @throws IOException where the registry does not answer, or refuses it
     */
    public int register(String subject, Schema schema) throws IOException, InterruptedException {
        String answer =
                send("POST", "/subjects/" + subject + "/versions", "{\"schema\":" + quoted(schema.toString()) + "}");
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IOException("The registry gave no id for %s: %s".formatted(subject, answer));
        }
        return Integer.parseInt(id.group(1));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", JSON)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The registry answered %d to %s %s: %s"
                    .formatted(response.statusCode(), method, path, response.body()));
        }
        return response.body();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
