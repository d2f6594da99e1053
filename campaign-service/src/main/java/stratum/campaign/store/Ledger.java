package stratum.campaign.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.LookedUp;
import stratum.campaign.usecase.Lookup;
import stratum.campaign.usecase.Made;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table that is only added to: entries by id, each with its body in JSON, looked up by customer, the newest first.
 *
 * @param <V> what is looked up
 */
final class Ledger<V extends LookedUp> implements Made<V> {

    private final DatabaseClient database;
    private final String table;
    private final JsonMapper json;
    private final Class<V> type;

    Ledger(DatabaseClient database, String table, JsonMapper json, Class<V> type) {
        this.database = database;
        this.table = table;
        this.json = json;
        this.type = type;
    }

    /** Writes all in one statement. */
    @Override
    public Mono<Void> keep(List<V> made) {
        if (made.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into %s (id, customer_id, occurred_at, body)
                        select id, customer_id, timestamptz 'epoch' + millis * interval '1 millisecond', body::json
                        from unnest(:ids, :customers, :millis, :bodies) as new (id, customer_id, millis, body)
                        on conflict (id) do nothing
                        """.formatted(table))
                .bind("ids", texts(made, V::id))
                .bind("customers", texts(made, V::customerId))
                .bind(
                        "millis",
                        made.stream()
                                .map(one -> one.occurredAt().toEpochMilli())
                                .toArray(Long[]::new))
                .bind("bodies", texts(made, json::writeValueAsString))
                .then();
    }

    private static <V> String[] texts(List<V> made, Function<V, String> column) {
        return made.stream().map(column).toArray(String[]::new);
    }

    @Override
    public Flux<V> find(Lookup lookup) {
        String sql =
                "select body::text as body from %s where true %s %s order by occurred_at desc, id desc limit :limit"
                        .formatted(
                                table,
                                lookup.customer() == null ? "" : "and customer_id = :customer",
                                lookup.after() == null ? "" : after());
        GenericExecuteSpec asked = database.sql(sql).bind("limit", lookup.limit());
        if (lookup.customer() != null) {
            asked = asked.bind("customer", lookup.customer());
        }
        if (lookup.after() != null) {
            asked = asked.bind("after", lookup.after());
        }
        return asked.map(row -> requireNonNull(row.get("body", String.class)))
                .all()
                .map(body -> json.readValue(body, type));
    }

    private String after() {
        return "and (occurred_at, id) < (select occurred_at, id from %s where id = :after)".formatted(table);
    }
}
