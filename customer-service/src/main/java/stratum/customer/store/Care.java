package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.domain.AssignmentPolicy;
import stratum.customer.domain.CareState;
import stratum.customer.domain.CareState.Keeping;
import stratum.customer.domain.CareState.Rating;
import stratum.customer.domain.CareState.Staged;
import stratum.customer.domain.ContactPlan.Due;
import stratum.customer.domain.Desk;

/**
 * Who looks after whom, and what waits to be decided about it. Of all instances one decides at a time, and staff does
 * not change meanwhile; what it decides and that it is decided are written in one transaction, so that whoever is killed
 * in the middle has decided nothing.
 */
@Component
public final class Care {

    private static final String DUE = """
            select at, customer_id, cause, tier, score, balance_minor, stage, preferred from to_place
            where at <= $1 order by at, customer_id, cause limit $2 for update
            """;

    private static final String KNOWN = """
            select i.id, k.tier, k.score, k.near_upgrade, k.balance_minor, k.moved_at, k.signal_at, k.stage, k.stage_at,
                   k.branch_id, k.manager_id, k.since, k.waiting_since, k.due_on, k.due_reason,
                   c.profile->>'branch' as branch, c.profile->>'referrer' as referrer, r.manager_id as referrers,
                   (select min(o.made_at) from personal_offer o where o.customer_id = i.id and o.closed_at is null
                        and o.made_at is not null and o.valid_until > $2) as offered_at,
                   last.at as contacted_at, wish.intent, wish.at as intent_at,
                   jsonb_strip_nulls(jsonb_build_object(
                       'stage', c.stage, 'risk', c.risk, 'causes', c.lifecycle->'causes', 'needs', c.standing->'needs',
                       'openComplaints', c.standing->'features'->'openComplaints',
                       'satisfaction', c.standing->'features'->'satisfaction',
                       'lastContact', last.at, 'lastContactKind', last.kind, 'lastContactBy', last.staff_id,
                       'intent', wish.intent,
                       'openOffers', (select jsonb_agg(o.offer_code order by o.offer_id) from personal_offer o
                                      where o.customer_id = i.id and o.closed_at is null and o.made_at is not null)
                   ))::text as note
            from unnest($1::text[]) as i (id)
            left join customer c on c.customer_id = i.id
            left join care k on k.customer_id = i.id
            left join care r on r.customer_id = c.profile->>'referrer'
            left join lateral (select at, kind, staff_id from contact
                               where customer_id = i.id and reached order by at desc limit 1) last on true
            left join lateral (select at, intent from contact
                               where customer_id = i.id and intent is not null order by at desc limit 1) wish on true
            """;

    private static final String DESKS = """
            select manager_id, branch_id, role, capacity, customers, balance_minor from manager
            where (branch_id = any($1) or manager_id = any($2)) and active order by manager_id
            """;

    private static final String STATES = """
            insert into care as held
                (customer_id, tier, score, near_upgrade, balance_minor, moved_at, signal_at, stage, stage_at, branch_id,
                 manager_id, since, waiting_since, due_on, due_reason)
            select id, tier, score, near = 1, balance, to_timestamp(moved / 1000.0::float8),
                   to_timestamp(signalled / 1000.0::float8), stage, to_timestamp(staged / 1000.0::float8), branch,
                   manager, to_timestamp(since / 1000.0::float8), to_timestamp(waiting / 1000.0::float8),
                   due::date, reason
            from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                        $8::text[], $9::bigint[], $10::text[], $11::text[], $12::bigint[], $13::bigint[], $14::text[],
                        $15::text[])
                as new (id, tier, score, near, balance, moved, signalled, stage, staged, branch, manager, since,
                        waiting, due, reason)
            on conflict (customer_id) do update set
                (tier, score, near_upgrade, balance_minor, moved_at, signal_at, stage, stage_at, branch_id, manager_id,
                 since, waiting_since, due_on, due_reason) =
                (excluded.tier, excluded.score, excluded.near_upgrade, excluded.balance_minor, excluded.moved_at,
                 excluded.signal_at, excluded.stage, excluded.stage_at, excluded.branch_id, excluded.manager_id,
                 excluded.since, excluded.waiting_since, excluded.due_on, excluded.due_reason)
            """;

    private static final String HANDOVERS = """
            insert into handover (customer_id, at, cause, from_manager, to_manager, why, from_tier, to_tier, note)
            select id, to_timestamp(at / 1000.0::float8), cause, gives, takes, why, from_tier, to_tier, note::json
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::text[], $9::text[])
                as new (id, at, cause, gives, takes, why, from_tier, to_tier, note)
            on conflict (customer_id, at, cause) do update set
                to_manager = excluded.to_manager, why = excluded.why, to_tier = excluded.to_tier, note = excluded.note
            """;

    private static final String LOADS = """
            update manager set customers = customers + more, balance_minor = balance_minor + money
            from unnest($1::text[], $2::bigint[], $3::bigint[]) as new (id, more, money)
            where manager_id = id
            """;

    private static final String DONE = """
            delete from to_place using unnest($1::bigint[], $2::text[], $3::text[]) as done (at, id, cause)
            where to_place.at = to_timestamp(done.at / 1000.0::float8)
              and to_place.customer_id = done.id and to_place.cause = done.cause
            """;

    private static final String ROOM = """
            insert into to_place (at, customer_id, cause)
            select $1, customer_id, 'ROOM' from care
            where branch_id = $2 and waiting_since is not null and tier = any($3)
            order by waiting_since, customer_id limit 1
            on conflict do nothing
            """;

    private static final String EVERYBODY = """
            insert into to_place (at, customer_id, cause)
            select $1, customer_id, 'POLICY' from care
            on conflict do nothing
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Care(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Does the work where no other instance is at it, all of it or none; answers 0 where another is. */
    public Mono<Integer> inTurn(Mono<Integer> work) {
        return Locks.inTurn(Locks.CARE, work, database, transaction);
    }

    /** What the bank's clock has passed, in the order of business time; nothing is added to it until it is done. */
    public Mono<List<Placeable>> due(Instant reached, int atMost) {
        return database.sql(DUE)
                .bind(0, reached)
                .bind(1, atMost)
                .map(Care::placeable)
                .all()
                .collectList();
    }

    /** What is known of these customers at a moment. */
    public Flux<KnownCustomer> known(Collection<String> customers, Instant at) {
        return database.sql(KNOWN)
                .bind(0, customers.toArray(String[]::new))
                .bind(1, at)
                .map(Care::knownCustomer)
                .all();
    }

    /** Those who are there, of these branches or these managers themselves, with what they look after. */
    public Flux<Desk> desks(Collection<String> branches, Collection<String> managers) {
        return database.sql(DESKS)
                .bind(0, branches.toArray(String[]::new))
                .bind(1, managers.toArray(String[]::new))
                .map(Care::desk)
                .all();
    }

    /** The branches in which somebody waits for room. */
    public Flux<String> branchesWithWaiting() {
        return database.sql("select distinct branch_id from care where waiting_since is not null")
                .map(row -> row.get(0, String.class))
                .all();
    }

    /** Writes what was decided, and that it is. */
    public Mono<Void> write(CareChanges changes) {
        return Flux.concat(
                        states(changes.states()),
                        handovers(changes.handovers()),
                        Columns.of(changes.loads())
                                .text(LoadChange::managerId)
                                .number(LoadChange::customers)
                                .number(LoadChange::balanceMinor)
                                .into(LOADS, database),
                        Columns.of(changes.done())
                                .moment(Placeable::at)
                                .text(Placeable::customerId)
                                .text(done -> done.cause().name())
                                .into(DONE, database))
                .then();
    }

    /** There is room in a branch for one of these tiers: who has waited longest is looked at again. */
    public Mono<Void> room(Instant at, String branch, Collection<String> tiers) {
        return database.sql(ROOM)
                .bind(0, at)
                .bind(1, branch)
                .bind(2, tiers.toArray(String[]::new))
                .then();
    }

    /** Everybody is to be looked at again. */
    public Mono<Void> everybody(Instant at) {
        return database.sql(EVERYBODY).bind(0, at).then();
    }

    private Mono<Void> states(Collection<CareState> states) {
        return Columns.of(states)
                .text(CareState::customerId)
                .text(CareState::tier)
                .number(state -> rated(state, rating -> (long) rating.customer().score()))
                .number(state -> rated(state, rating -> rating.customer().nearUpgrade() ? 1L : 0L))
                .number(CareState::balanceMinor)
                .moment(state -> optional(state.rating(), Rating::movedAt))
                .moment(state -> optional(state.rating(), Rating::signalAt))
                .text(state -> optional(state.stage(), Staged::stage))
                .moment(state -> optional(state.stage(), Staged::at))
                .text(state -> state.keeping().branch())
                .text(CareState::managerId)
                .moment(state -> state.keeping().since())
                .moment(state -> state.keeping().waitingSince())
                .date(state -> optional(state.due(), Due::on))
                .text(state -> optional(state.due(), Due::reason))
                .into(STATES, database);
    }

    private static long rated(CareState state, ToLongFunction<Rating> number) {
        return state.rating() == null ? 0 : number.applyAsLong(state.rating());
    }

    private Mono<Void> handovers(List<Handover> handovers) {
        return Columns.of(handovers)
                .text(Handover::customerId)
                .moment(Handover::at)
                .text(Handover::cause)
                .text(Handover::fromManager)
                .text(Handover::toManager)
                .text(Handover::why)
                .text(Handover::fromTier)
                .text(Handover::toTier)
                .text(Handover::note)
                .into(HANDOVERS, database);
    }

    private static Placeable placeable(Readable row) {
        return new Placeable(
                Objects.requireNonNull(row.get("at", Instant.class)),
                Objects.requireNonNull(row.get("customer_id", String.class)),
                Placeable.Cause.valueOf(Objects.requireNonNull(row.get("cause", String.class))),
                row.get("tier", String.class),
                optional(row.get("score", Integer.class), Integer::longValue),
                row.get("balance_minor", Long.class),
                row.get("stage", String.class),
                row.get("preferred", String.class));
    }

    private static <T, R> @Nullable R optional(@Nullable T value, Function<T, @Nullable R> conversion) {
        return value == null ? null : conversion.apply(value);
    }

    private static KnownCustomer knownCustomer(Readable row) {
        CareState care = new CareState(
                Objects.requireNonNull(row.get("id", String.class)),
                rating(row),
                optional(
                        row.get("stage", String.class),
                        stage -> new Staged(stage, Objects.requireNonNull(row.get("stage_at", Instant.class)))),
                new Keeping(
                        row.get("branch_id", String.class),
                        row.get("manager_id", String.class),
                        row.get("since", Instant.class),
                        row.get("waiting_since", Instant.class)),
                optional(
                        row.get("due_on", LocalDate.class),
                        day -> new Due(day, Objects.requireNonNull(row.get("due_reason", String.class)))));
        return new KnownCustomer(
                care,
                row.get("branch", String.class),
                row.get("referrer", String.class),
                row.get("referrers", String.class),
                row.get("offered_at", Instant.class),
                row.get("contacted_at", Instant.class),
                row.get("intent", String.class),
                row.get("intent_at", Instant.class),
                Objects.requireNonNull(row.get("note", String.class)));
    }

    private static @Nullable Rating rating(Readable row) {
        return optional(
                row.get("tier", String.class),
                tier -> new Rating(
                        new AssignmentPolicy.Customer(
                                tier,
                                Objects.requireNonNull(row.get("score", Integer.class)),
                                Boolean.TRUE.equals(row.get("near_upgrade", Boolean.class))),
                        Objects.requireNonNull(row.get("balance_minor", Long.class)),
                        row.get("moved_at", Instant.class),
                        Objects.requireNonNull(row.get("signal_at", Instant.class))));
    }

    static Desk desk(Readable row) {
        return new Desk(
                Objects.requireNonNull(row.get("manager_id", String.class)),
                Objects.requireNonNull(row.get("branch_id", String.class)),
                Objects.requireNonNull(row.get("role", String.class)),
                Objects.requireNonNull(row.get("capacity", Integer.class)),
                Objects.requireNonNull(row.get("customers", Integer.class)),
                Objects.requireNonNull(row.get("balance_minor", Long.class)));
    }
}
