package stratum.sandbox.play;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the registry as a Confluent client would. */
final class RegistryAnswers {

    private RegistryAnswers() {}

    static String schemaWithId(String registryUrl, int id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registryUrl + "/apis/ccompat/v7/schemas/ids/" + id))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
