package stratum.scoring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A real Postgres for the service's tables, one for all tests. */
final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets everything. */
    static void empty() {
        Flyway flyway = Flyway.configure()
                .dataSource(POSTGRES.getPostgresDatabase())
                .cleanDisabled(false)
                .load();
        flyway.clean();
    }

    /** Settings of a service that is to use it. */
    static List<String> settings() {
        return List.of(
                "--spring.r2dbc.url=r2dbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()),
                "--spring.flyway.url=jdbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()));
    }
}
