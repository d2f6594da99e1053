package stratum.customer.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far the bank's clock has come here: everything before it that scoring said has been booked. */
@Component
public final class BankClock {

    private static final String TICKS = """
            insert into tick as held (partition, at, partitions)
            select partition, to_timestamp(at / 1000.0::float8), partitions
            from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as new (partition, at, partitions)
            on conflict (partition) do update set
                at = greatest(held.at, excluded.at), partitions = excluded.partitions
            """;

    /** A partition that has not ticked yet holds the clock. */
    private static final String REACHED =
            "select case when count(*) >= max(partitions) then min(at) end as reached from tick";

    private final DatabaseClient database;

    BankClock(DatabaseClient database) {
        this.database = database;
    }

    /** A tick of one of so many partitions. */
    public record Tick(int partition, Instant at, int partitions) {}

    /** Takes in ticks, one per partition; older ones change nothing. */
    public Mono<Void> tick(Collection<Tick> ticks) {
        return Columns.of(ticks)
                .number(tick -> (long) tick.partition())
                .moment(Tick::at)
                .number(tick -> (long) tick.partitions())
                .into(TICKS, database);
    }

    /** The business time that all partitions have passed; empty before all have ticked. */
    public Mono<Instant> reached() {
        return database.sql(REACHED)
                .map(row -> java.util.Optional.ofNullable(row.get("reached", Instant.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(Objects::requireNonNull);
    }
}
