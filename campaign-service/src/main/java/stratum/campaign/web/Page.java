package stratum.campaign.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.Lookup;

/**
 * A part of a longer list.
 *
 * @param next what to ask for as {@code after} to see what follows; none where nothing does
 */
record Page<T>(List<T> items, @Nullable String next) {

    /** Looks up one more than asked for, to know whether anything follows. */
    static <T> Mono<Page<T>> of(Lookup lookup, Function<Lookup, Mono<List<T>>> find, Function<T, String> id) {
        return find.apply(new Lookup(lookup.customer(), lookup.after(), lookup.limit() + 1))
                .map(found -> cut(found, lookup.limit(), id));
    }

    private static <T> Page<T> cut(List<T> found, int limit, Function<T, String> id) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), id.apply(found.get(limit - 1)));
    }
}
