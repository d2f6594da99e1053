package stratum.sandbox.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** How the schema registry is started. It keeps its schemas in Postgres. */
final class Registry {

    static final String NAME = "registry";

    private Registry() {}

    static List<String> command(Workplace place, SandboxSettings settings) {
        Ports ports = settings.ports();
        Path runner = runner(settings.home());
        return new Jvm(NAME, place, settings.archiving())
                .heap("192m")
                .flags(Jvm.QUICK)
                .set("quarkus.http.host", Ports.HOST)
                .set("quarkus.http.port", ports.registry())
                .set("quarkus.http.access-log.enabled", false)
                .set("apicurio.storage.kind", "sql")
                .set("apicurio.storage.sql.kind", "postgresql")
                .set("apicurio.datasource.url", Postgres.jdbcUrl(ports, "registry"))
                .set("apicurio.datasource.username", Postgres.USER)
                .set("apicurio.datasource.password", "none")
                // By default it would take up to 100 connections.
                .set("apicurio.datasource.jdbc.initial-size", 2)
                .set("apicurio.datasource.jdbc.min-size", 2)
                .set("apicurio.datasource.jdbc.max-size", 10)
                .command(List.of(runner), mainClass(runner));
    }

    private static Path runner(Path home) {
        Path folder = home.resolve("sandbox/target/registry");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no runner.jar in it"));
        } catch (IOException e) {
            throw new SandboxFailure("The registry has not been built: %s (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    private static String mainClass(Path runner) {
        try (JarFile jar = new JarFile(runner.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
