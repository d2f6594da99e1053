package stratum.campaign.store;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.Lookup;
import stratum.campaign.usecase.OfferView;
import stratum.campaign.usecase.OffersMade;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code offer}. */
@Component
final class OfferTable implements OffersMade {

    private final Ledger ledger;
    private final JsonMapper json;

    OfferTable(DatabaseClient database, JsonMapper json) {
        this.ledger = new Ledger(database, "offer");
        this.json = json;
    }

    @Override
    public Mono<Void> keep(List<OfferView> offers) {
        return ledger.keep(offers.stream().map(this::entry).toList());
    }

    private Ledger.Entry entry(OfferView offer) {
        return new Ledger.Entry(
                offer.offerId(), offer.customerId(), offer.occurredAt().toEpochMilli(), json.writeValueAsString(offer));
    }

    @Override
    public Flux<OfferView> find(Lookup lookup) {
        return ledger.find(lookup).map(body -> json.readValue(body, OfferView.class));
    }
}
