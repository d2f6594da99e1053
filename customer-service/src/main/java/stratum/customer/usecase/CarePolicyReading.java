package stratum.customer.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import stratum.customer.domain.CarePolicy;
import stratum.platform.web.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a care policy of its document, or says everything that is wrong with it. */
public final class CarePolicyReading {

    private static final String SHIPPED = "/policies/care.json";

    /** A number left out or misspelt would silently be 0 and decide wrongly. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private CarePolicyReading() {}

    /**
     * The policy that a JSON document states.
     *
     * @throws InvalidInput with a sentence for each mistake, each with its place as a JSON pointer
     */
    public static CarePolicy read(String document) {
        JsonNode policy = parse(document);
        List<InvalidInput.Mistake> mistakes = CarePolicyMistakes.in(policy);
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes);
        }
        try {
            return JSON.treeToValue(policy, CarePolicy.class);
        } catch (JacksonException e) {
            throw new InvalidInput(
                    "/"
                            + e.getPath().stream()
                                    .map(step -> step.getPropertyName() == null
                                            ? Integer.toString(step.getIndex())
                                            : step.getPropertyName())
                                    .reduce((one, next) -> one + "/" + next)
                                    .orElse(""),
                    e.getOriginalMessage() + ".");
        }
    }

    private static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw new InvalidInput("/", e.getOriginalMessage() + ".");
        }
    }

    /** The document of the policy that rules where the bank has published none of its own. */
    public static String shippedDocument() {
        try (InputStream json = CarePolicyReading.class.getResourceAsStream(SHIPPED)) {
            if (json == null) {
                throw new IllegalStateException("The policy %s is missing from the jar".formatted(SHIPPED));
            }
            return new String(json.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
