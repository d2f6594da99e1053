package stratum.platform.policy;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code policy} and {@code policy_step}. A published version that is not announced yet is its own outbox. */
public final class PolicyTable {

    private static final String COLUMNS = "id, version, state, author, approver, effective_from, edition, document";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    public PolicyTable(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Something done to a version. */
    public record Note(long edition, String step, String actor, Instant at) {}

    /** A published version that waits to be announced. */
    public record Unannounced(PolicyVersion policy, Instant publishedAt) {}

    /** Keeps a new version and notes who made it; false, and nothing is done, where the version is there already. */
    public Mono<Boolean> add(PolicyVersion policy, String step, String actor) {
        return noted(insert(policy), policy, step, actor);
    }

    /** Keeps a changed version and notes who changed it; false, and nothing is done, where another was faster. */
    Mono<Boolean> change(PolicyVersion policy, String step, String actor) {
        return noted(update(policy), policy, step, actor);
    }

    private Mono<Boolean> noted(Mono<Boolean> done, PolicyVersion policy, String step, String actor) {
        return done.flatMap(isDone -> isDone ? note(policy, step, actor).thenReturn(true) : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Boolean> insert(PolicyVersion policy) {
        return bind(
                        database.sql("insert into policy (" + COLUMNS + ", published_at) values (:id, :version, :state,"
                                + " :author, :approver, :from, :edition, :document,"
                                + " case when :state = 'PUBLISHED' then now() end) on conflict do nothing"),
                        policy)
                .bind("author", policy.life().author())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Boolean> update(PolicyVersion policy) {
        return bind(
                        database.sql("update policy set state = :state, approver = :approver, effective_from = :from,"
                                + " edition = :edition, document = :document,"
                                + " published_at = case when :state = 'PUBLISHED' then now() end"
                                + " where id = :id and version = :version and edition = :edition - 1"),
                        policy)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, PolicyVersion policy) {
        return statement
                .bind("id", policy.id())
                .bind("version", policy.version())
                .bind("state", policy.life().state().name())
                .bind("approver", Parameter.fromOrEmpty(policy.life().approver(), String.class))
                .bind("from", OffsetDateTime.ofInstant(policy.effectiveFrom(), ZoneOffset.UTC))
                .bind("edition", policy.edition())
                .bind("document", policy.document());
    }

    private Mono<Void> note(PolicyVersion policy, String step, String actor) {
        return database.sql("insert into policy_step (policy, version, edition, step, actor)"
                        + " values (:id, :version, :edition, :step, :actor)")
                .bind("id", policy.id())
                .bind("version", policy.version())
                .bind("edition", policy.edition())
                .bind("step", step)
                .bind("actor", actor)
                .then();
    }

    /** One version. */
    Mono<PolicyVersion> find(String id, int version) {
        return database.sql("select " + COLUMNS + " from policy where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .map(PolicyTable::policy)
                .one();
    }

    /** Versions by id, newest first, after one of them. */
    Flux<PolicyVersion> after(String id, int version, int limit) {
        return database.sql("select " + COLUMNS + " from policy where id > :id or (id = :id and version < :version)"
                        + " order by id, version desc limit :limit")
                .bind("id", id)
                .bind("version", version)
                .bind("limit", limit)
                .map(PolicyTable::policy)
                .all();
    }

    /** All that was done to a version, in order. */
    Flux<Note> notes(String id, int version) {
        return database.sql("select edition, step, actor, at from policy_step"
                        + " where policy = :id and version = :version order by id")
                .bind("id", id)
                .bind("version", version)
                .map(row -> new Note(
                        requireNonNull(row.get("edition", Long.class)),
                        text(row, "step"),
                        text(row, "actor"),
                        requireNonNull(row.get("at", Instant.class))))
                .all();
    }

    /**
     * The oldest version that waits to be announced, held until the transaction ends, so that of several instances one
     * announces it; the others wait for it, and none overtakes.
     */
    public Mono<Unannounced> nextToAnnounce() {
        return database.sql("select " + COLUMNS + ", published_at from policy"
                        + " where published_at is not null and announced_at is null"
                        + " order by published_at, id, version limit 1 for update")
                .map(row -> new Unannounced(policy(row), requireNonNull(row.get("published_at", Instant.class))))
                .one();
    }

    /** The log has it. */
    public Mono<Void> announced(PolicyVersion policy) {
        return database.sql("update policy set announced_at = now() where id = :id and version = :version")
                .bind("id", policy.id())
                .bind("version", policy.version())
                .then();
    }

    private static PolicyVersion policy(Readable row) {
        @Nullable String approver = row.get("approver", String.class);
        return new PolicyVersion(
                text(row, "id"),
                requireNonNull(row.get("version", Integer.class)),
                new PolicyLife(PolicyLife.State.valueOf(text(row, "state")), text(row, "author"), approver),
                requireNonNull(row.get("effective_from", Instant.class)),
                requireNonNull(row.get("edition", Long.class)),
                text(row, "document"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
