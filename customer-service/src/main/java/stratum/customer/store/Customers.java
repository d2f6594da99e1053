package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The customers, one by one and in lists. */
@Component
public final class Customers {

    private static final String ONE = """
            select customer_id, profile_version, profile_at, profile, consents, tier, score, standing, stage, risk,
                   lifecycle
            from customer where customer_id = $1
            """;

    private static final String PAGE = """
            select customer_id, tier, score, stage, risk from customer
            where customer_id > $1
              and ($2::text is null or tier = $2)
              and ($3::text is null or stage = $3)
              and customer_id >= $4 and customer_id < $4 || '~'
            order by customer_id limit $5
            """;

    private static final String COUNTS =
            "select tier, stage, count(*) as customers from customer group by tier, stage order by tier, stage";

    private final DatabaseClient database;

    Customers(DatabaseClient database) {
        this.database = database;
    }

    /** The customer with this id, if there is one. */
    public Mono<CustomerRow> find(String customerId) {
        return database.sql(ONE).bind(0, customerId).map(Customers::row).one();
    }

    /** The customers that fit, in the order of their ids, from the one after {@code after}. */
    public Flux<Summary> list(Filter filter, String after, int limit) {
        DatabaseClient.GenericExecuteSpec page = database.sql(PAGE).bind(0, after);
        page = bind(page, 1, filter.tier());
        page = bind(page, 2, filter.stage());
        return page.bind(3, filter.startsWith())
                .bind(4, limit)
                .map(Customers::summary)
                .all();
    }

    /** How many customers there are of each tier and stage. */
    public Flux<Count> counts() {
        return database.sql(COUNTS)
                .map(row -> new Count(
                        row.get("tier", String.class),
                        row.get("stage", String.class),
                        Objects.requireNonNull(row.get("customers", Long.class))))
                .all();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, int index, @Nullable String value) {
        return value == null ? statement.bindNull(index, String.class) : statement.bind(index, value);
    }

    private static CustomerRow row(Readable row) {
        return new CustomerRow(
                id(row),
                Objects.requireNonNull(row.get("profile_version", Long.class)),
                row.get("profile_at", Instant.class),
                row.get("profile", String.class),
                row.get("consents", String.class),
                row.get("tier", String.class),
                row.get("score", Integer.class),
                row.get("standing", String.class),
                row.get("stage", String.class),
                row.get("risk", Integer.class),
                row.get("lifecycle", String.class));
    }

    private static Summary summary(Readable row) {
        return new Summary(
                id(row),
                row.get("tier", String.class),
                row.get("score", Integer.class),
                row.get("stage", String.class),
                row.get("risk", Integer.class));
    }

    private static String id(Readable row) {
        return Objects.requireNonNull(row.get("customer_id", String.class));
    }

    /** Which customers to list; a tier or stage that is absent does not matter. */
    public record Filter(@Nullable String tier, @Nullable String stage, String startsWith) {}

    /** So many customers of one tier and stage. */
    public record Count(@Nullable String tier, @Nullable String stage, long customers) {}
}
