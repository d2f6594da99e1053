package stratum.customer.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tiers of a customer on two axes: from which business date each was held, and since which business time that was
 * known. Both come from the signal, never from a wall clock, so that a replay answers alike.
 */
@Component
public final class TierHistory {

    private static final String MOVES = """
            select customer_id, at, signal_id, kind, from_tier, tier, as_of, signal_offset from tier_history
            where customer_id = $1 and at <= coalesce($2, 'infinity'::timestamptz)
              and as_of <= coalesce($3, 'infinity'::date)
            order by as_of desc, at desc, signal_offset desc, signal_id desc limit $4
            """;

    private static final int MOST = 500;

    private final DatabaseClient database;

    TierHistory(DatabaseClient database) {
        this.database = database;
    }

    /** The move that gave the tier held on a day, by what was known at a time, or without one by all that is known. */
    public Mono<TierChange> heldOn(LocalDate day, String customerId, @Nullable Instant knownAt) {
        return read(customerId, knownAt, day, 1).singleOrEmpty();
    }

    /** The moves known at a time, or without one all; the latest 500, latest first. */
    public Flux<TierChange> moves(String customerId, @Nullable Instant knownAt) {
        return read(customerId, knownAt, null, MOST);
    }

    private Flux<TierChange> read(String customerId, @Nullable Instant knownAt, @Nullable LocalDate day, int most) {
        return database.sql(MOVES)
                .bind(0, customerId)
                .bind(
                        1,
                        Parameters.in(
                                R2dbcType.TIMESTAMP_WITH_TIME_ZONE,
                                knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC)))
                .bind(2, Parameters.in(R2dbcType.DATE, day))
                .bind(3, most)
                .map(TierHistory::move)
                .all();
    }

    private static TierChange move(Readable row) {
        return new TierChange(
                Objects.requireNonNull(row.get("customer_id", String.class)),
                Objects.requireNonNull(row.get("at", Instant.class)),
                Objects.requireNonNull(row.get("signal_id", String.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                row.get("from_tier", String.class),
                Objects.requireNonNull(row.get("tier", String.class)),
                Objects.requireNonNull(row.get("as_of", LocalDate.class)),
                Objects.requireNonNull(row.get("signal_offset", Long.class)));
    }
}
