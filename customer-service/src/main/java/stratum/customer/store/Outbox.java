package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Facts that were decided here and wait to be published. A row is written in the transaction of the decision and
 * deleted once the log has it, so a fact is published at least once and never without its decision.
 */
@Component
public final class Outbox {

    /** Of all instances, one relays at a time: facts about a customer keep their order. */
    private static final String TURN = "select pg_try_advisory_xact_lock(%d)".formatted(Locks.OUTBOX);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Outbox(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Puts a fact in, as JSON with its type; to be used within the transaction of the decision. */
    public Mono<Void> put(String fact) {
        return database.sql("insert into outbox (fact) values ($1::json)")
                .bind(0, fact)
                .then();
    }

    /**
     * Hands the oldest facts to a publisher, and forgets them when it has done its work. Answers how many; none also
     * where another instance is at it.
     */
    public Mono<Integer> relay(int atMost, Function<List<Waiting>, Mono<Void>> publisher) {
        return database.sql(TURN)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one()
                .filter(ours -> ours)
                .flatMap(ours -> oldest(atMost))
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting ->
                        publisher.apply(waiting).then(forget(waiting)).thenReturn(waiting.size()))
                .defaultIfEmpty(0)
                .as(transaction::transactional);
    }

    private Mono<List<Waiting>> oldest(int atMost) {
        return database.sql("select id, fact from outbox order by id limit $1")
                .bind(0, atMost)
                .map(Outbox::waiting)
                .all()
                .collectList();
    }

    private Mono<Void> forget(List<Waiting> published) {
        Long[] ids = published.stream().map(Waiting::id).toArray(Long[]::new);
        return database.sql("delete from outbox where id = any($1)")
                .bind(0, ids)
                .then();
    }

    private static Waiting waiting(Readable row) {
        return new Waiting(
                Objects.requireNonNull(row.get("id", Long.class)),
                Objects.requireNonNull(row.get("fact", String.class)));
    }

    /** A fact that waits, as JSON with its type. */
    public record Waiting(long id, String fact) {}
}
