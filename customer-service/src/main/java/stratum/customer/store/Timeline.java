package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What happened to customers, newest first. */
@Component
public final class Timeline {

    private static final String NEWEST = """
            select customer_id, at, kind::text as kind, id, details from timeline where customer_id = $1
            order by at desc, timeline.kind desc, id desc limit $2
            """;

    /** Row comparison reads straight on in the primary key. */
    private static final String AFTER = """
            select customer_id, at, kind::text as kind, id, details from timeline
            where customer_id = $1 and (at, timeline.kind, id) < ($3, $4::fact_kind, $5)
            order by at desc, timeline.kind desc, id desc limit $2
            """;

    private static final String OFFERS = """
            select customer_id, at, kind::text as kind, id, details from timeline where timeline.kind = 'OfferMade'
            order by at desc limit $1
            """;

    private final DatabaseClient database;

    Timeline(DatabaseClient database) {
        this.database = database;
    }

    /** The newest entries of a customer. */
    public Flux<TimelineEntry> newest(String customerId, int limit) {
        return database.sql(NEWEST)
                .bind(0, customerId)
                .bind(1, limit)
                .map(Timeline::entry)
                .all();
    }

    /** The entries of a customer that are older than the one at this place. */
    public Flux<TimelineEntry> after(TimelinePlace place, String customerId, int limit) {
        return database.sql(AFTER)
                .bind(0, customerId)
                .bind(1, limit)
                .bind(2, place.at())
                .bind(3, place.kind())
                .bind(4, place.id())
                .map(Timeline::entry)
                .all();
    }

    /** The newest offers to any customer. */
    public Flux<TimelineEntry> newestOffers(int limit) {
        return database.sql(OFFERS).bind(0, limit).map(Timeline::entry).all();
    }

    private static TimelineEntry entry(Readable row) {
        return new TimelineEntry(
                Objects.requireNonNull(row.get("customer_id", String.class)),
                Objects.requireNonNull(row.get("at", Instant.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                Objects.requireNonNull(row.get("id", String.class)),
                Objects.requireNonNull(row.get("details", String.class)));
    }
}
