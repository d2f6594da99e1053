package stratum.platform;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** A real Postgres, one for all tests of a module. */
public final class TestDatabase {

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

    /** Forgets every table, and gives the settings of a service that is to use it. */
    public static List<String> empty() {
        execute("drop schema public cascade; create schema public");
        return settings();
    }

    /** Runs statements of SQL. */
    public static void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings of a service that is to use it. */
    public static List<String> settings() {
        return List.of(
                "--spring.r2dbc.url=r2dbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()),
                "--spring.flyway.url=jdbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()));
    }

    public static DataSource dataSource() {
        return POSTGRES.getPostgresDatabase();
    }

    public static ConnectionFactory connections() {
        return ConnectionFactories.get(
                "r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(POSTGRES.getPort()));
    }
}
