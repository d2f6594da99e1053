package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which care policy rules, and by which everybody has been looked at. */
@Component
public final class RulingPolicy {

    private static final String AT = """
            select id, version, document from policy
            where published_at is not null
            order by effective_from <= $1 desc,
                     case when effective_from <= $1 then effective_from end desc,
                     effective_from, published_at desc, id desc, version desc
            limit 1
            """;

    /** Answers a row only where it changes something. */
    private static final String APPLY = """
            insert into care_policy as held (id, version) values ($1, $2)
            on conflict (only_one) do update set id = excluded.id, version = excluded.version
            where (held.id, held.version) <> (excluded.id, excluded.version)
            returning true
            """;

    private final DatabaseClient database;

    RulingPolicy(DatabaseClient database) {
        this.database = database;
    }

    /** A version and its document. */
    public record Version(String id, int version, String document) {}

    /** The version in force at a moment; before all of them, the first. Of two for one moment the one published later. */
    public Mono<Version> at(Instant moment) {
        return database.sql(AT).bind(0, moment).map(RulingPolicy::version).one();
    }

    /** Notes by which version everybody is looked at; true where it is another than before. */
    public Mono<Boolean> apply(Version version) {
        return database.sql(APPLY)
                .bind(0, version.id())
                .bind(1, version.version())
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private static Version version(Readable row) {
        return new Version(
                Objects.requireNonNull(row.get("id", String.class)),
                Objects.requireNonNull(row.get("version", Integer.class)),
                Objects.requireNonNull(row.get("document", String.class)));
    }
}
