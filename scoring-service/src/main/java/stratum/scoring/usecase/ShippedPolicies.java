package stratum.scoring.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput;
import stratum.scoring.domain.TierPolicy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The policies that come with the service. */
public final class ShippedPolicies {

    private static final String FALLBACK = "EUR";
    private static final JsonMapper JSON = new JsonMapper();

    private ShippedPolicies() {}

    /**
     * The default policy with thresholds for a base currency; where none are shipped for it, with the same numbers as for
     * EUR, until the bank publishes its own.
     *
     * @throws InvalidInput with a sentence for each mistake in it
     */
    public static TierPolicy rolling(String currency) {
        return shipped("rolling", currency);
    }

    /**
     * The policy of monthly averages (月日均), likewise.
     *
     * @throws InvalidInput with a sentence for each mistake in it
     */
    public static TierPolicy monthAverage(String currency) {
        return shipped("month-average", currency);
    }

    private static TierPolicy shipped(String policy, String currency) {
        return new PolicyReader(currency).read(document(policy, currency));
    }

    static String document(String policy, String currency) {
        URL own = resource(policy, currency);
        return own == null ? inCurrency(text(requireNonNull(resource(policy, FALLBACK))), currency) : text(own);
    }

    private static String inCurrency(String document, String currency) {
        return ((ObjectNode) JSON.readTree(document)).put("currency", currency).toPrettyString();
    }

    private static String text(URL resource) {
        try (InputStream json = resource.openStream()) {
            return new String(json.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable URL resource(String policy, String currency) {
        return ShippedPolicies.class.getResource("/policies/%s-%s.json".formatted(policy, currency));
    }
}
