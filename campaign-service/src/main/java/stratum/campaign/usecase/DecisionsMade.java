package stratum.campaign.usecase;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The decisions that were made, for looking up. */
public interface DecisionsMade {

    /** Keeps these; those there already stay as they are. */
    Mono<Void> keep(List<DecisionView> decisions);

    /** Those asked for. */
    Flux<DecisionView> find(Lookup lookup);
}
