package stratum.lifecycle.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.platform.web.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a lifecycle policy of its document, or says everything that is wrong with it. */
public final class PolicyReading {

    private static final String DEFAULT = "/policies/default.json";

    /** A number left out or misspelt would silently be 0 and decide wrongly. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private PolicyReading() {}

    /**
     * The policy that a JSON document states.
     *
     * @throws InvalidInput with a sentence for each mistake, each with its place as a JSON pointer
     */
    public static LifecyclePolicy read(String document) {
        JsonNode policy = parse(document);
        List<InvalidInput.Mistake> mistakes = PolicyMistakes.in(policy);
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes);
        }
        return JSON.treeToValue(policy, LifecyclePolicy.class);
    }

    private static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw new InvalidInput("/", e.getOriginalMessage() + ".");
        }
    }

    /** The policy that rules where the bank has published none of its own. */
    public static LifecyclePolicy defaultPolicy() {
        return read(defaultDocument());
    }

    /** Its document. */
    public static String defaultDocument() {
        try (InputStream json = PolicyReading.class.getResourceAsStream(DEFAULT)) {
            if (json == null) {
                throw new IllegalStateException("The policy %s is missing from the jar".formatted(DEFAULT));
            }
            return new String(json.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A later version of a policy, as it should be by what was learned of the customers, ruling from that moment on. */
    public static String draftOf(LifecyclePolicy policy, int version, Instant from, FittedModels fitted) {
        ObjectNode draft = (ObjectNode) JSON.valueToTree(policy);
        draft.put("version", version);
        draft.put("effectiveFrom", from.toString());
        draft.set("bgNbd", JSON.valueToTree(rounded(fitted.bgNbd())));
        if (fitted.gammaGamma() != null) {
            draft.set("gammaGamma", JSON.valueToTree(rounded(fitted.gammaGamma())));
        }
        return draft.toString();
    }

    /** To the digits that a fit can tell. */
    private static BgNbd rounded(BgNbd model) {
        return new BgNbd(rounded(model.r()), rounded(model.alpha()), rounded(model.a()), rounded(model.b()));
    }

    private static GammaGamma rounded(GammaGamma model) {
        return new GammaGamma(rounded(model.p()), rounded(model.q()), rounded(model.v()));
    }

    private static double rounded(double number) {
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(6))
                .doubleValue();
    }
}
