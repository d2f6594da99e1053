package stratum.scoring.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.TierPolicy;

/** The policies that come with the service. */
public final class ShippedPolicies {

    private static final String FALLBACK = "EUR";

    private ShippedPolicies() {}

    /**
     * The default policy with thresholds for a base currency; those for EUR where none are shipped for it.
     *
     * @throws IllegalArgumentException with a sentence for each mistake in it
     */
    public static TierPolicy rolling(String currency) {
        return shipped("rolling", currency);
    }

    /**
     * The policy of monthly averages (月日均), likewise.
     *
     * @throws IllegalArgumentException with a sentence for each mistake in it
     */
    public static TierPolicy monthAverage(String currency) {
        return shipped("month-average", currency);
    }

    private static TierPolicy shipped(String policy, String currency) {
        try {
            return new PolicyReader().read(document(policy, currency));
        } catch (InvalidPolicy e) {
            throw new IllegalArgumentException(
                    "The tier policy %s cannot rule: %s".formatted(policy, e.getMessage()), e);
        }
    }

    static String document(String policy, String currency) {
        URL own = resource(policy, currency);
        try (InputStream json =
                requireNonNull(own == null ? resource(policy, FALLBACK) : own).openStream()) {
            return new String(json.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable URL resource(String policy, String currency) {
        return ShippedPolicies.class.getResource("/policies/%s-%s.json".formatted(policy, currency));
    }
}
