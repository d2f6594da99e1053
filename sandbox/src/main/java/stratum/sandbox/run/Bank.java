package stratum.sandbox.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the services must know of the bank; it stays with the data.
 *
 * @param origin where its facts come from: {@code live}, or the history that was played
 * @param currency base currency, an ISO 4217 code
 * @param zone decides on which date a fact falls
 * @param liveClock whether business time follows the wall clock; off where a history is played
 */
public record Bank(String origin, String currency, ZoneId zone, boolean liveClock) {

    public static final Bank LIVE = new Bank("live", "EUR", ZoneId.of("UTC"), true);

    /** The bank whose data is kept in this place, if there is one. */
    public static Optional<Bank> in(Workplace place) {
        if (!Files.exists(file(place))) {
            return Optional.empty();
        }
        Properties properties = PropertiesFile.read(file(place));
        return Optional.of(new Bank(
                properties.getProperty("origin"),
                properties.getProperty("currency"),
                ZoneId.of(properties.getProperty("zone")),
                Boolean.parseBoolean(properties.getProperty("liveClock"))));
    }

    void keepIn(Workplace place) {
        PropertiesFile.write(
                file(place),
                Map.of("origin", origin, "currency", currency, "zone", zone.getId(), "liveClock", liveClock));
    }

    private static Path file(Workplace place) {
        return place.data().resolve("bank.properties");
    }
}
