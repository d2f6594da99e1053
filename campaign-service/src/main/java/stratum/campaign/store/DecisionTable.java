package stratum.campaign.store;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.DecisionsMade;
import stratum.campaign.usecase.Lookup;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code decision}. */
@Component
final class DecisionTable implements DecisionsMade {

    private final Ledger ledger;
    private final JsonMapper json;

    DecisionTable(DatabaseClient database, JsonMapper json) {
        this.ledger = new Ledger(database, "decision");
        this.json = json;
    }

    @Override
    public Mono<Void> keep(List<DecisionView> decisions) {
        return ledger.keep(decisions.stream().map(this::entry).toList());
    }

    private Ledger.Entry entry(DecisionView decision) {
        return new Ledger.Entry(
                decision.decisionId(),
                decision.customerId(),
                decision.occurredAt().toEpochMilli(),
                json.writeValueAsString(decision));
    }

    @Override
    public Flux<DecisionView> find(Lookup lookup) {
        return ledger.find(lookup).map(body -> json.readValue(body, DecisionView.class));
    }
}
