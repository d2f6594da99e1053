package stratum.lifecycle.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import stratum.lifecycle.domain.LifecyclePolicy;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the policy that the service is shipped with, {@code policies/default.json}. */
public final class PolicyReading {

    private static final String DEFAULT = "/policies/default.json";

    /** A number left out or misspelt would silently be 0 and decide wrongly. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private PolicyReading() {}

    /** The policy that rules where the bank has published none of its own. */
    public static LifecyclePolicy defaultPolicy() {
        try (InputStream json = PolicyReading.class.getResourceAsStream(DEFAULT)) {
            if (json == null) {
                throw new IllegalStateException("The policy %s is missing from the jar".formatted(DEFAULT));
            }
            return JSON.readValue(json, LifecyclePolicy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
