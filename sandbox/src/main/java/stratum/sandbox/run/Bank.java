package stratum.sandbox.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
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

    static Optional<Bank> in(Workplace place) {
        if (!Files.exists(file(place))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(place))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Bank(
                properties.getProperty("origin"),
                properties.getProperty("currency"),
                ZoneId.of(properties.getProperty("zone")),
                Boolean.parseBoolean(properties.getProperty("liveClock"))));
    }

    void keepIn(Workplace place) {
        Properties properties = new Properties();
        properties.setProperty("origin", origin);
        properties.setProperty("currency", currency);
        properties.setProperty("zone", zone.getId());
        properties.setProperty("liveClock", Boolean.toString(liveClock));
        try (Writer writer = Files.newBufferedWriter(file(place))) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Workplace place) {
        return place.data().resolve("bank.properties");
    }
}
