package stratum.campaign.store;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.core.DatabaseClient;
import stratum.campaign.usecase.CampaignRegister;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.Made;
import stratum.campaign.usecase.OfferView;
import stratum.platform.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A real Postgres with the service's tables, one for all tests. */
public final class Database {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient client;

    private Database(DatabaseClient client) {
        this.client = client;
    }

    /** The tables, all empty. */
    public static Database empty() {
        TestDatabase.empty();
        Flyway.configure().dataSource(TestDatabase.dataSource()).load().migrate();
        return new Database(DatabaseClient.create(TestDatabase.connections()));
    }

    /** Settings of a service that is to use it. */
    public static List<String> settings() {
        return TestDatabase.settings();
    }

    public CampaignRegister campaigns() {
        return new CampaignTable(client);
    }

    public Made<OfferView> offers() {
        return new LookupTables().offersMade(client, JSON);
    }

    public Made<DecisionView> decisions() {
        return new LookupTables().decisionsMade(client, JSON);
    }
}
