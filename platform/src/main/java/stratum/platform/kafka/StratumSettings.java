package stratum.platform.kafka;

import java.time.ZoneId;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that all services share.
 *
 * @param zone the bank's time zone, an IANA name; business dates are dates in it
 * @param baseCurrency the currency that all amounts are told in, ISO 4217
 * @param registry the schema registry
 * @param stateDir folder for what a service keeps on its own disk
 * @param instance host and port at which the service's other instances reach this one
 */
@ConfigurationProperties("stratum")
public record StratumSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("EUR") String baseCurrency,
        Registry registry,
        String stateDir,
        String instance) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /**
     * The schema registry.
     *
     * @param url its address, for example {@code http://localhost:8085}
     */
    public record Registry(
            @DefaultValue("http://localhost:8085") String url) {}

    public StratumSettings {
        if (!CURRENCY.matcher(baseCurrency).matches()) {
            throw new IllegalArgumentException(
                    "stratum.base-currency is '%s' and must be an ISO 4217 code such as EUR".formatted(baseCurrency));
        }
    }
}
