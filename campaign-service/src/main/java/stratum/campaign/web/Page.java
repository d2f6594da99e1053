package stratum.campaign.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.LookedUp;
import stratum.campaign.usecase.Lookup;
import stratum.campaign.usecase.Made;

/**
 * A part of a longer list.
 *
 * @param next what to ask for as {@code after} to see what follows; none where nothing does
 */
record Page<V extends LookedUp>(List<V> items, @Nullable String next) {

    /** Looks up one more than asked for, to know whether anything follows. */
    static <V extends LookedUp> Mono<Page<V>> of(Made<V> made, Lookup lookup) {
        return made.find(new Lookup(lookup.customer(), lookup.after(), lookup.limit() + 1))
                .collectList()
                .map(found -> cut(found, lookup.limit()));
    }

    private static <V extends LookedUp> Page<V> cut(List<V> found, int limit) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id());
    }
}
