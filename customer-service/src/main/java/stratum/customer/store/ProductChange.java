package stratum.customer.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product was opened, valued or closed.
 *
 * @param openedAt when it was opened, where this is known
 * @param at when it changed last
 */
public record ProductChange(
        AccountKey account,
        Instant at,
        String productCode,
        String family,
        String status,
        @Nullable Instant openedAt,
        @Nullable LocalDate maturesOn) {

    /** Both changes in one: the later one rules, and the opening is kept. */
    ProductChange and(ProductChange other) {
        ProductChange later = other.at.isBefore(at) ? this : other;
        Instant opened = earlier(openedAt, other.openedAt);
        return new ProductChange(
                account, later.at, later.productCode, later.family, later.status, opened, later.maturesOn);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
