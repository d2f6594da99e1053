package stratum.campaign.usecase;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The offers that were made, for looking up. */
public interface OffersMade {

    /** Keeps these; those there already stay as they are. */
    Mono<Void> keep(List<OfferView> offers);

    /** Those asked for. */
    Flux<OfferView> find(Lookup lookup);
}
