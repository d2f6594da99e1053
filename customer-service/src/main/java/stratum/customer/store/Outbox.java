package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Facts that were decided here and wait to be published. A row is written in the transaction of the decision and
 * deleted once the log has it, so a fact is published at least once and never without its decision. A row that the log
 * will never take stays with the reason, and is not tried again.
 */
@Component
public final class Outbox {

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
     * Hands the oldest facts to a publisher, and when it has done its work forgets them, but for those it says are
     * refused for ever: these are set aside. Answers how many it handed over; none also where another instance is at it.
     */
    public Mono<Integer> relay(int atMost, Function<List<Waiting>, Mono<List<Refused>>> publisher) {
        Mono<Integer> work = Mono.defer(() -> oldest(atMost))
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> publisher
                        .apply(waiting)
                        .flatMap(refused -> settle(waiting, refused))
                        .thenReturn(waiting.size()));
        return Locks.inTurn(Locks.OUTBOX, work, database, transaction);
    }

    private Mono<List<Waiting>> oldest(int atMost) {
        return database.sql("select id, fact from outbox where refused is null order by id limit $1")
                .bind(0, atMost)
                .map(Outbox::waiting)
                .all()
                .collectList();
    }

    private Mono<Void> settle(List<Waiting> handedOver, List<Refused> refused) {
        return Flux.fromIterable(refused).concatMap(this::setAside).then(forget(handedOver));
    }

    private Mono<Void> setAside(Refused refused) {
        return database.sql("update outbox set refused = $2 where id = $1")
                .bind(0, refused.id())
                .bind(1, refused.reason())
                .then();
    }

    private Mono<Void> forget(List<Waiting> handedOver) {
        Long[] ids = handedOver.stream().map(Waiting::id).toArray(Long[]::new);
        return database.sql("delete from outbox where id = any($1) and refused is null")
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

    /** A fact that the log will never take, and why. */
    public record Refused(long id, String reason) {}
}
