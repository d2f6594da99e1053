package stratum.scoring.store;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A real Postgres with the service's tables, one for all tests. */
public final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private final ConnectionFactory connections;

    private TestDatabase(ConnectionFactory connections) {
        this.connections = connections;
    }

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

    /** The tables, all empty. */
    public static TestDatabase empty() {
        Flyway flyway = Flyway.configure()
                .dataSource(POSTGRES.getPostgresDatabase())
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        return new TestDatabase(ConnectionFactories.get(
                "r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(POSTGRES.getPort())));
    }

    /** Settings of a service that is to use it. */
    public static List<String> settings() {
        return List.of(
                "--spring.r2dbc.url=r2dbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()),
                "--spring.flyway.url=jdbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()));
    }

    public DatabaseClient client() {
        return DatabaseClient.create(connections);
    }

    public TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    public PolicyTable policies() {
        return new PolicyTable(client(), transaction());
    }
}
