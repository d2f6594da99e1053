package stratum.campaign.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.Lookup;

/** A table that is only added to: entries by id, looked up by customer, the newest first. */
final class Ledger {

    private final DatabaseClient database;
    private final String table;

    Ledger(DatabaseClient database, String table) {
        this.database = database;
        this.table = table;
    }

    /**
     * One entry.
     *
     * @param body what is looked up, in JSON
     */
    record Entry(String id, String customerId, long occurredAtMillis, String body) {}

    /** Writes all in one statement; those there already stay as they are. */
    Mono<Void> keep(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into %s (id, customer_id, occurred_at, body)
                        select id, customer_id, timestamptz 'epoch' + millis * interval '1 millisecond', body::json
                        from unnest(:ids, :customers, :millis, :bodies) as new (id, customer_id, millis, body)
                        on conflict (id) do nothing
                        """.formatted(table))
                .bind("ids", texts(entries, Entry::id))
                .bind("customers", texts(entries, Entry::customerId))
                .bind("millis", entries.stream().map(Entry::occurredAtMillis).toArray(Long[]::new))
                .bind("bodies", texts(entries, Entry::body))
                .then();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }

    Flux<String> find(Lookup lookup) {
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
        return asked.map(row -> requireNonNull(row.get("body", String.class))).all();
    }

    private String after() {
        return "and (occurred_at, id) < (select occurred_at, id from %s where id = :after)".formatted(table);
    }
}
