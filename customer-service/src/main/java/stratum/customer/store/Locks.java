package stratum.customer.store;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The advisory locks of this service's database; each is a number of its own. */
final class Locks {

    static final long OUTBOX = 0x73747261_6f757462L;
    static final long CLOCK = 0x73747261_636c6f63L;
    static final long CARE = 0x73747261_63617265L;
    static final long RELATIONSHIPS = 0x73747261_72656c61L;

    private Locks() {}

    /** Does the work where no other instance is at it, all of it or none; answers 0 where another is. */
    static Mono<Integer> inTurn(
            long lock, Mono<Integer> work, DatabaseClient database, TransactionalOperator transaction) {
        return database.sql("select pg_try_advisory_xact_lock($1)")
                .bind(0, lock)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one()
                .filter(ours -> ours)
                .flatMap(ours -> work)
                .defaultIfEmpty(0)
                .as(transaction::transactional);
    }
}
