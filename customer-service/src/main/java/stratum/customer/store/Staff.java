package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Branches and relationship managers, as people of the bank keep them; each change is noted with who made it. */
@Component
public final class Staff {

    private static final String BRANCHES =
            "select branch_id, name_en, name_zh, head_id, version from branch where branch_id > $1 order by branch_id limit $2";

    private static final String MANAGERS = """
            select manager_id, name, branch_id, role, capacity, active, customers, balance_minor, version from manager
            where manager_id > $1 and ($2::text is null or branch_id = $2) and ($3::text is null or role = $3)
            order by manager_id limit $4
            """;

    private static final String ONE = """
            select manager_id, name, branch_id, role, capacity, active, customers, balance_minor, version from manager
            where manager_id = $1
            """;

    private static final String PUT_BRANCH = """
            insert into branch as held (branch_id, name_en, name_zh, head_id) values ($1, $2, $3, $4)
            on conflict (branch_id) do update set
                name_en = excluded.name_en, name_zh = excluded.name_zh, head_id = excluded.head_id,
                version = held.version + 1
            returning branch_id, name_en, name_zh, head_id, version
            """;

    private static final String PUT_MANAGER = """
            insert into manager as held (manager_id, name, branch_id, role, capacity) values ($1, $2, $3, $4, $5)
            on conflict (manager_id) do update set
                name = excluded.name, branch_id = excluded.branch_id, role = excluded.role,
                capacity = excluded.capacity, active = true, version = held.version + 1
            returning manager_id, name, branch_id, role, capacity, active, customers, balance_minor, version
            """;

    private static final String LEAVES = """
            update manager set active = false, version = version + 1 where manager_id = $1
            returning manager_id, name, branch_id, role, capacity, active, customers, balance_minor, version
            """;

    private static final String STEP =
            "insert into staff_step (subject, step, actor, details) values ($1, $2, $3, $4::json)";

    /** Customers whom somebody is about to place with who leaves, or to put on the waiting list, would be overlooked. */
    private static final String NOBODY_PLACES = "select pg_advisory_xact_lock(%d)".formatted(Locks.CARE);

    /** As of where the bank's clock stands; before it has run at all, from the beginning of time. */
    private static final String PORTFOLIO_AGAIN = """
            insert into to_place (at, customer_id, cause, preferred)
            select coalesce((select min(at) from tick), 'epoch'), customer_id, $2, $3 from care where manager_id = $1
            on conflict (at, customer_id, cause) do update set preferred = excluded.preferred
            """;

    private static final String WAITING_AGAIN = """
            insert into to_place (at, customer_id, cause)
            select coalesce((select min(at) from tick), 'epoch'), customer_id, 'STAFF' from care
            where branch_id = $1 and waiting_since is not null order by waiting_since, customer_id
            on conflict do nothing
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Staff(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** A branch; its head sees what is overdue there. */
    public record Branch(
            String branchId,
            String nameEn,
            String nameZh,
            @Nullable String headId,
            long version) {}

    /** A relationship manager with the load of now; balances in minor units of the base currency. */
    public record Person(
            String managerId,
            String name,
            String branchId,
            String role,
            int capacity,
            boolean active,
            int customers,
            long balanceMinor,
            long version) {}

    /**
     * A change that somebody makes.
     *
     * @param details of it, as JSON
     */
    public record Step(String step, String actor, String details) {}

    /** Branches by id, after one of them. */
    public Flux<Branch> branches(String after, int limit) {
        return database.sql(BRANCHES)
                .bind(0, after)
                .bind(1, limit)
                .map(Staff::branchOf)
                .all();
    }

    /** The branch with this id, if there is one; nobody else changes it until the transaction ends. */
    public Mono<Branch> branch(String branchId) {
        return database.sql(
                        "select branch_id, name_en, name_zh, head_id, version from branch where branch_id = $1 for update")
                .bind(0, branchId)
                .map(Staff::branchOf)
                .one();
    }

    /** Managers by id, after one of them; branch or role where they matter. */
    public Flux<Person> managers(@Nullable String branchId, @Nullable String role, String after, int limit) {
        DatabaseClient.GenericExecuteSpec page = database.sql(MANAGERS).bind(0, after);
        page = branchId == null ? page.bindNull(1, String.class) : page.bind(1, branchId);
        page = role == null ? page.bindNull(2, String.class) : page.bind(2, role);
        return page.bind(3, limit).map(Staff::personOf).all();
    }

    /** The manager with this id, if there is one. */
    public Mono<Person> manager(String managerId) {
        return database.sql(ONE).bind(0, managerId).map(Staff::personOf).one();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public Mono<Person> lock(String managerId) {
        return database.sql(ONE + " for update")
                .bind(0, managerId)
                .map(Staff::personOf)
                .one();
    }

    /** Does all of it or none, while nobody is placed. */
    public <T> Mono<T> together(Mono<T> work) {
        return database.sql(NOBODY_PLACES).then().then(work).as(transaction::transactional);
    }

    /** Keeps a branch. */
    public Mono<Branch> put(Branch branch, Step step) {
        DatabaseClient.GenericExecuteSpec put = database.sql(PUT_BRANCH)
                .bind(0, branch.branchId())
                .bind(1, branch.nameEn())
                .bind(2, branch.nameZh());
        put = branch.headId() == null ? put.bindNull(3, String.class) : put.bind(3, branch.headId());
        return note(branch.branchId(), step).then(put.map(Staff::branchOf).one());
    }

    /** Keeps a manager; those whom the change may concern are looked at again. */
    public Mono<Person> put(Person person, Step step) {
        return note(person.managerId(), step)
                .then(database.sql(PUT_MANAGER)
                        .bind(0, person.managerId())
                        .bind(1, person.name())
                        .bind(2, person.branchId())
                        .bind(3, person.role())
                        .bind(4, person.capacity())
                        .map(Staff::personOf)
                        .one())
                .flatMap(put -> again(put.managerId(), "STAFF", null)
                        .then(database.sql(WAITING_AGAIN)
                                .bind(0, put.branchId())
                                .then())
                        .thenReturn(put));
    }

    /** A manager leaves; the whole portfolio goes to the successor as far as that fits, else to whoever has room. */
    public Mono<Person> leave(String managerId, @Nullable String successor, Step step) {
        return note(managerId, step)
                .then(database.sql(LEAVES)
                        .bind(0, managerId)
                        .map(Staff::personOf)
                        .one())
                .flatMap(left -> again(managerId, "LEFT", successor).thenReturn(left));
    }

    /** What was done to a branch or manager, in order; the latest 200. */
    public Mono<List<Done>> steps(String subject) {
        return database.sql(
                        "select step, actor, details::text as details, at from staff_step where subject = $1 order by id desc limit 200")
                .bind(0, subject)
                .map(row -> new Done(
                        Objects.requireNonNull(row.get("step", String.class)),
                        Objects.requireNonNull(row.get("actor", String.class)),
                        Objects.requireNonNull(row.get("details", String.class)),
                        Objects.requireNonNull(row.get("at", java.time.Instant.class))))
                .all()
                .collectList();
    }

    /** A change that somebody made, as JSON in {@code details}. */
    public record Done(String step, String actor, String details, java.time.Instant at) {}

    private Mono<Void> again(String managerId, String cause, @Nullable String preferred) {
        DatabaseClient.GenericExecuteSpec again =
                database.sql(PORTFOLIO_AGAIN).bind(0, managerId).bind(1, cause);
        return (preferred == null ? again.bindNull(2, String.class) : again.bind(2, preferred)).then();
    }

    private Mono<Void> note(String subject, Step step) {
        return database.sql(STEP)
                .bind(0, subject)
                .bind(1, step.step())
                .bind(2, step.actor())
                .bind(3, step.details())
                .then();
    }

    private static Branch branchOf(Readable row) {
        return new Branch(
                Objects.requireNonNull(row.get("branch_id", String.class)),
                Objects.requireNonNull(row.get("name_en", String.class)),
                Objects.requireNonNull(row.get("name_zh", String.class)),
                row.get("head_id", String.class),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    private static Person personOf(Readable row) {
        return new Person(
                Objects.requireNonNull(row.get("manager_id", String.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("branch_id", String.class)),
                Objects.requireNonNull(row.get("role", String.class)),
                Objects.requireNonNull(row.get("capacity", Integer.class)),
                Boolean.TRUE.equals(row.get("active", Boolean.class)),
                Objects.requireNonNull(row.get("customers", Integer.class)),
                Objects.requireNonNull(row.get("balance_minor", Long.class)),
                Objects.requireNonNull(row.get("version", Long.class)));
    }
}
