package stratum.customer.store;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A real Postgres for all tests of a run, and in it a fresh, migrated database for each who asks. */
public final class TestDatabase {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private final String name = "customer_" + NAMES.incrementAndGet();
    private final ConnectionFactory connections;

    private TestDatabase() {
        create(name);
        Flyway.configure().dataSource(jdbcUrl(), "postgres", "").load().migrate();
        connections =
                new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(r2dbcUrlWithUser()))
                        .initialSize(1)
                        .maxSize(5)
                        .build());
    }

    public static TestDatabase fresh() {
        return new TestDatabase();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(POSTGRES.getPort(), name);
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://localhost:%d/%s".formatted(POSTGRES.getPort(), name);
    }

    private String r2dbcUrlWithUser() {
        return "r2dbc:postgresql://postgres@localhost:%d/%s".formatted(POSTGRES.getPort(), name);
    }

    ConnectionFactory connections() {
        return connections;
    }

    DatabaseClient client() {
        return DatabaseClient.create(connections);
    }

    TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setLocaleConfig("locale", "C")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(String name) {
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
