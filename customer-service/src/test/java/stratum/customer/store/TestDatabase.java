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

    private final int port;
    private final String name;
    private final ConnectionFactory connections;

    private TestDatabase(int port, String name) {
        this.port = port;
        this.name = name;
        Flyway.configure().dataSource(jdbcUrl(), "postgres", "").load().migrate();
        this.connections = new ConnectionPool(ConnectionPoolConfiguration.builder(
                        ConnectionFactories.get(r2dbcUrl().replace("//", "//postgres@")))
                .initialSize(1)
                .maxSize(5)
                .build());
    }

    /** A database of its own in the Postgres of all tests. */
    public static TestDatabase fresh() {
        String name = "customer_" + NAMES.incrementAndGet();
        create(name);
        return new TestDatabase(Shared.POSTGRES.getPort(), name);
    }

    /** The database of a Postgres that a test starts and stops itself. */
    public static TestDatabase at(int port) {
        return new TestDatabase(port, "postgres");
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://localhost:%d/%s".formatted(port, name);
    }

    DatabaseClient client() {
        return DatabaseClient.create(connections);
    }

    TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    /** Started with the first who asks for it. */
    private static final class Shared {

        static final EmbeddedPostgres POSTGRES = start();
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
        try (Connection connection = Shared.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
