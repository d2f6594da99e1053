package stratum.campaign.store;

import io.r2dbc.spi.ConnectionFactory;
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
import stratum.platform.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A real Postgres with the service's tables, one for all tests. */
public final class Database {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient client;
    private final TransactionalOperator transaction;

    private Database(ConnectionFactory connections) {
        this.client = DatabaseClient.create(connections);
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    /** The tables, all empty. */
    public static Database empty() {
        TestDatabase.empty();
        Flyway.configure().dataSource(TestDatabase.dataSource()).load().migrate();
        return new Database(TestDatabase.connections());
    }

    /** Settings of a service that is to use it. */
    public static List<String> settings() {
        return TestDatabase.settings();
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
