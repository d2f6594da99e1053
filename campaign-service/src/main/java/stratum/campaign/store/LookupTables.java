package stratum.campaign.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.Made;
import stratum.campaign.usecase.OfferView;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code offer} and {@code decision}. */
@Configuration(proxyBeanMethods = false)
class LookupTables {

    @Bean
    Made<OfferView> offersMade(DatabaseClient database, JsonMapper json) {
        return new Ledger<>(database, "offer", json, OfferView.class);
    }

    @Bean
    Made<DecisionView> decisionsMade(DatabaseClient database, JsonMapper json) {
        return new Ledger<>(database, "decision", json, DecisionView.class);
    }
}
