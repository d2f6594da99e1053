package stratum.campaign.usecase;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All of a kind that were made, for looking up.
 *
 * @param <V> offers or decisions
 */
public interface Made<V extends LookedUp> {

    /** Keeps these; those there already stay as they are. */
    Mono<Void> keep(List<V> made);

    /** Those asked for. */
    Flux<V> find(Lookup lookup);
}
