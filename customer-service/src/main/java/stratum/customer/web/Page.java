package stratum.customer.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput;

/**
 * A page of a list.
 *
 * @param next to be handed back as {@code after} for the next page; absent on the last one
 */
record Page<T>(List<T> items, @Nullable String next) {

    private static final int LARGEST = 500;

    /** The page of this many, cut from a list that was asked for one more. */
    static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    static int limit(int wanted) {
        if (wanted < 1 || wanted > LARGEST) {
            throw new InvalidInput("limit", "It is 1 to %d, not %d.".formatted(LARGEST, wanted));
        }
        return wanted;
    }
}
