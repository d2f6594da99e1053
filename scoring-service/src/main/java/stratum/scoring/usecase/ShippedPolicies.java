package stratum.scoring.usecase;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.TierPolicy;
import tools.jackson.databind.json.JsonMapper;

/** The policies that come with the service. */
public final class ShippedPolicies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FALLBACK = "EUR";

    private ShippedPolicies() {}

    /**
     * The default policy with thresholds for a base currency; those for EUR where none are shipped for it.
     *
     * @throws IllegalArgumentException with a sentence for each mistake in it
     */
    public static TierPolicy rolling(String currency) {
        URL own = resource(currency);
        try (InputStream json =
                requireNonNull(own == null ? resource(FALLBACK) : own).openStream()) {
            return read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable URL resource(String currency) {
        return ShippedPolicies.class.getResource("/policies/rolling-" + currency + ".json");
    }

    static TierPolicy read(InputStream json) {
        PolicyDocument document = JSON.readValue(json, PolicyDocument.class);
        List<String> mistakes = PolicyMistakes.in(document);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The tier policy %s cannot rule: %s".formatted(document.id(), String.join(" ", mistakes)));
        }
        return document.toPolicy();
    }
}
