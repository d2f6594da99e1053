package stratum.campaign.store;

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
import stratum.campaign.usecase.CampaignRegister;
import stratum.campaign.usecase.ContactPolicyRegister;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.Made;
import stratum.campaign.usecase.OfferView;
import tools.jackson.databind.json.JsonMapper;

/** A real Postgres with the service's tables, one for all tests. */
public final class Database {

    private static final EmbeddedPostgres POSTGRES = start();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient client;
    private final TransactionalOperator transaction;

    private Database(ConnectionFactory connections) {
        this.client = DatabaseClient.create(connections);
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
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
    public static Database empty() {
        Flyway flyway = Flyway.configure()
                .dataSource(POSTGRES.getPostgresDatabase())
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        ConnectionFactory connections = ConnectionFactories.get(
                "r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(POSTGRES.getPort()));
        return new Database(connections);
    }

    /** Settings of a service that is to use it. */
    public static List<String> settings() {
        return List.of(
                "--spring.r2dbc.url=r2dbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()),
                "--spring.flyway.url=jdbc:postgresql://localhost:%d/postgres".formatted(POSTGRES.getPort()));
    }

    public CampaignRegister campaigns() {
        return new CampaignTable(client, transaction);
    }

    public ContactPolicyRegister contactPolicies() {
        return new ContactPolicyTable(client);
    }

    public TransactionalOperator transaction() {
        return transaction;
    }

    public Made<OfferView> offers() {
        return new LookupTables().offersMade(client, JSON);
    }

    public Made<DecisionView> decisions() {
        return new LookupTables().decisionsMade(client, JSON);
    }
}
