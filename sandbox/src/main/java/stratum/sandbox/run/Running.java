package stratum.sandbox.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What another terminal can know of a sandbox that runs.
 *
 * @param pid the launcher's process
 * @param ports its ports
 */
public record Running(long pid, Ports ports) {

    /** The sandbox that runs in this place now, if one does. */
    public static Optional<Running> in(Workplace place) {
        if (!Files.exists(file(place)) || !held(place)) {
            return Optional.empty();
        }
        Properties properties = PropertiesFile.read(file(place));
        return Optional.of(new Running(
                Long.parseLong(properties.getProperty("pid")),
                new Ports(Integer.parseInt(properties.getProperty("portOffset")))));
    }

    /** Each part with its port and whether it answers there. */
    public List<String> parts() {
        return ports.all().entrySet().stream()
                .map(part -> "%-20s %-6d %s"
                        .formatted(part.getKey(), part.getValue(), answers(part.getKey()) ? "runs" : "does not answer"))
                .toList();
    }

    /** Whether a part answers on its port. */
    public boolean answers(String part) {
        Integer port = ports.all().get(part);
        return port != null && new Readiness().listens(port);
    }

    private static boolean held(Workplace place) {
        try (Hold hold = Hold.tryOn(place)) {
            return hold == null;
        }
    }

    static void announce(Workplace place, Ports ports) {
        PropertiesFile.write(file(place), Map.of("pid", ProcessHandle.current().pid(), "portOffset", ports.offset()));
    }

    static void withdraw(Workplace place) {
        try {
            Files.deleteIfExists(file(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Workplace place) {
        return place.run().resolve("launcher.properties");
    }
}
