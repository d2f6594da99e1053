package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.domain.AssignmentPolicy;
import stratum.customer.domain.Desk;

/** Who is looked after by whom, who waits, and what is to be done, in lists that go on where the page before ended. */
@Component
public final class Portfolios {

    private static final String COLUMNS = """
            select k.customer_id, k.tier, k.stage, k.branch_id, k.manager_id, k.since, k.balance_minor,
                   k.waiting_since, k.due_on, k.due_reason,
                   (select intent from contact c where c.customer_id = k.customer_id and c.intent is not null
                        order by at desc limit 1) as intent,
                   (select max(at) from contact c where c.customer_id = k.customer_id and c.reached) as contacted_at,
                   (select count(*) from contact c where c.customer_id = k.customer_id and c.reached
                        and c.at > $1 and c.at <= $2) as contacts
            from care k
            """;

    private static final String OF_MANAGER =
            COLUMNS + "where k.manager_id = $3 and k.customer_id > $4 order by k.customer_id limit $5";

    private static final String OF_CUSTOMER = COLUMNS + "where k.customer_id = $3";

    private static final String WAITING = COLUMNS + """
            where k.branch_id = $3 and k.waiting_since is not null and (k.waiting_since, k.customer_id) > ($4, $5)
            order by k.waiting_since, k.customer_id limit $6
            """;

    private static final String DUE = COLUMNS + """
            where k.manager_id = $3 and k.due_on <= $4 and (k.due_on, k.customer_id) > ($5, $6)
            order by k.due_on, k.customer_id limit $7
            """;

    private static final String OVERDUE = COLUMNS + """
            where k.branch_id = $3 and k.due_on < $4 and (k.due_on, k.customer_id) > ($5, $6)
              and k.manager_id is not null
            order by k.due_on, k.customer_id limit $7
            """;

    private static final String UNATTENDED = COLUMNS + """
            where k.branch_id = $3 and k.due_on <= $4 and (k.due_on, k.customer_id) > ($5, $6)
              and k.manager_id is null
            order by k.due_on, k.customer_id limit $7
            """;

    private static final String HANDOVERS = """
            select customer_id, at, cause, from_manager, to_manager, why, from_tier, to_tier, note::text as note
            from handover
            where (from_manager = $1 or to_manager = $1) and (at, customer_id, cause) < ($2, $3, $4)
            order by at desc, customer_id desc, cause desc limit $5
            """;

    private static final String HANDOVERS_OF = """
            select customer_id, at, cause, from_manager, to_manager, why, from_tier, to_tier, note::text as note
            from handover where customer_id = $1 order by at desc, cause desc limit 100
            """;

    private static final String OFFERS = """
            select offer_id, customer_id, channel, offer_code, language, reasons::text as reasons,
                   messages::text as messages, made_at, valid_until
            from personal_offer
            where customer_id = any($1) and closed_at is null and made_at is not null and valid_until > $2
            order by customer_id, offer_id
            """;

    private static final String OF_BRANCH = """
            select k.customer_id, k.tier, k.score, k.near_upgrade, k.balance_minor, k.manager_id from care k
            where k.branch_id = $1 and k.tier is not null order by k.balance_minor desc, k.customer_id limit $2
            """;

    private static final String EFFORTS = """
            select branch_id, tier, due_reason, count(*) as customers from care
            where branch_id is not null and tier is not null and (manager_id is not null or waiting_since is not null)
            group by branch_id, tier, due_reason order by branch_id, tier, due_reason
            """;

    private static final String DESKS = """
            select manager_id, branch_id, role, capacity, customers, balance_minor from manager
            where active and ($1::text is null or branch_id = $1) order by branch_id, role, manager_id
            """;

    private final DatabaseClient database;

    Portfolios(DatabaseClient database) {
        this.database = database;
    }

    /** The span in which contacts make a customer familiar: after one moment, up to another. */
    public record Span(Instant after, Instant upTo) {}

    /**
     * A customer as the manager sees him or her.
     *
     * @param contactedAt the last mutual contact
     * @param contacts mutual contacts within the span asked for
     */
    public record Cared(
            String customerId,
            @Nullable String tier,
            @Nullable String stage,
            @Nullable String branch,
            @Nullable String managerId,
            @Nullable Instant since,
            long balanceMinor,
            @Nullable Instant waitingSince,
            @Nullable String intent,
            @Nullable LocalDate dueOn,
            @Nullable String dueReason,
            @Nullable Instant contactedAt,
            long contacts) {}

    /** Where a list by day goes on. */
    public record DayPlace(LocalDate day, String customerId) {}

    /** Where a list by moment goes on. */
    public record MomentPlace(Instant at, String customerId, String cause) {}

    /** How a customer is looked after; empty where nobody ever thought of it. */
    public Mono<Cared> of(String customerId, Span span) {
        return spanned(OF_CUSTOMER, span)
                .bind(2, customerId)
                .map(Portfolios::cared)
                .one();
    }

    /** A manager's customers by id. */
    public Flux<Cared> ofManager(String managerId, Span span, String after, int limit) {
        return spanned(OF_MANAGER, span)
                .bind(2, managerId)
                .bind(3, after)
                .bind(4, limit)
                .map(Portfolios::cared)
                .all();
    }

    /** Who waits in a branch for somebody with room, longest first. */
    public Flux<Cared> waiting(String branchId, Span span, MomentPlace after, int limit) {
        return spanned(WAITING, span)
                .bind(2, branchId)
                .bind(3, after.at())
                .bind(4, after.customerId())
                .bind(5, limit)
                .map(Portfolios::cared)
                .all();
    }

    /** Whom a manager is to speak to by a day, longest due first. */
    public Flux<Cared> due(String managerId, LocalDate by, Span span, DayPlace after, int limit) {
        return byDay(DUE, managerId, by, span, after, limit);
    }

    /** Whom somebody of a branch should have spoken to before a day, longest due first. */
    public Flux<Cared> overdue(String branchId, LocalDate before, Span span, DayPlace after, int limit) {
        return byDay(OVERDUE, branchId, before, span, after, limit);
    }

    /** Customers of a branch to whom an offer is to be made in person, and whom nobody looks after; longest due first. */
    public Flux<Cared> unattended(String branchId, LocalDate by, Span span, DayPlace after, int limit) {
        return byDay(UNATTENDED, branchId, by, span, after, limit);
    }

    private Flux<Cared> byDay(String sql, String of, LocalDate day, Span span, DayPlace after, int limit) {
        return spanned(sql, span)
                .bind(2, of)
                .bind(3, day)
                .bind(4, after.day())
                .bind(5, after.customerId())
                .bind(6, limit)
                .map(Portfolios::cared)
                .all();
    }

    /** Customers that came to a manager or went from one, the latest first. */
    public Flux<Handover> handovers(String managerId, MomentPlace before, int limit) {
        return database.sql(HANDOVERS)
                .bind(0, managerId)
                .bind(1, before.at())
                .bind(2, before.customerId())
                .bind(3, before.cause())
                .bind(4, limit)
                .map(Portfolios::handover)
                .all();
    }

    /** The latest 100 of a customer, the latest first. */
    public Flux<Handover> handoversOf(String customerId) {
        return database.sql(HANDOVERS_OF)
                .bind(0, customerId)
                .map(Portfolios::handover)
                .all();
    }

    /** Offers that are to be made to these customers in person, as long as they are valid. */
    public Flux<PersonalOffer> offers(Collection<String> customers, Instant at) {
        return database.sql(OFFERS)
                .bind(0, customers.toArray(String[]::new))
                .bind(1, at)
                .map(Portfolios::offer)
                .all();
    }

    /** A customer of a branch, as far as placing asks; held by this manager or by nobody. */
    public record OfBranch(
            String customerId,
            AssignmentPolicy.Customer customer,
            long balanceMinor,
            @Nullable String held) {}

    /** So many customers of a branch and tier are looked after in a rhythm; in none where they wait. */
    public record Effort(
            String branch, String tier, @Nullable String reason, long customers) {}

    /** The customers of a branch who have a tier, the largest balance first. */
    public Flux<OfBranch> ofBranch(String branchId, int atMost) {
        return database.sql(OF_BRANCH)
                .bind(0, branchId)
                .bind(1, atMost)
                .map(row -> new OfBranch(
                        Objects.requireNonNull(row.get("customer_id", String.class)),
                        new AssignmentPolicy.Customer(
                                Objects.requireNonNull(row.get("tier", String.class)),
                                Objects.requireNonNull(row.get("score", Integer.class)),
                                Boolean.TRUE.equals(row.get("near_upgrade", Boolean.class))),
                        Objects.requireNonNull(row.get("balance_minor", Long.class)),
                        row.get("manager_id", String.class)))
                .all();
    }

    /** How many are looked after, or wait to be, by branch, tier and rhythm. */
    public Flux<Effort> efforts() {
        return database.sql(EFFORTS)
                .map(row -> new Effort(
                        Objects.requireNonNull(row.get("branch_id", String.class)),
                        Objects.requireNonNull(row.get("tier", String.class)),
                        row.get("due_reason", String.class),
                        Objects.requireNonNull(row.get("customers", Long.class))))
                .all();
    }

    /** Managers at work, of a branch or of all. */
    public Flux<Desk> desks(@Nullable String branchId) {
        DatabaseClient.GenericExecuteSpec desks = database.sql(DESKS);
        return (branchId == null ? desks.bindNull(0, String.class) : desks.bind(0, branchId))
                .map(Care::desk)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec spanned(String sql, Span span) {
        return database.sql(sql).bind(0, span.after()).bind(1, span.upTo());
    }

    private static Cared cared(Readable row) {
        return new Cared(
                Objects.requireNonNull(row.get("customer_id", String.class)),
                row.get("tier", String.class),
                row.get("stage", String.class),
                row.get("branch_id", String.class),
                row.get("manager_id", String.class),
                row.get("since", Instant.class),
                Objects.requireNonNull(row.get("balance_minor", Long.class)),
                row.get("waiting_since", Instant.class),
                row.get("intent", String.class),
                row.get("due_on", LocalDate.class),
                row.get("due_reason", String.class),
                row.get("contacted_at", Instant.class),
                Objects.requireNonNull(row.get("contacts", Long.class)));
    }

    private static Handover handover(Readable row) {
        return new Handover(
                Objects.requireNonNull(row.get("customer_id", String.class)),
                Objects.requireNonNull(row.get("at", Instant.class)),
                Objects.requireNonNull(row.get("cause", String.class)),
                row.get("from_manager", String.class),
                row.get("to_manager", String.class),
                Objects.requireNonNull(row.get("why", String.class)),
                row.get("from_tier", String.class),
                row.get("to_tier", String.class),
                Objects.requireNonNull(row.get("note", String.class)));
    }

    private static PersonalOffer offer(Readable row) {
        return new PersonalOffer(
                Objects.requireNonNull(row.get("offer_id", String.class)),
                Objects.requireNonNull(row.get("customer_id", String.class)),
                Objects.requireNonNull(row.get("channel", String.class)),
                Objects.requireNonNull(row.get("offer_code", String.class)),
                Objects.requireNonNull(row.get("language", String.class)),
                Objects.requireNonNull(row.get("reasons", String.class)),
                Objects.requireNonNull(row.get("messages", String.class)),
                Objects.requireNonNull(row.get("made_at", Instant.class)),
                Objects.requireNonNull(row.get("valid_until", Instant.class)));
    }
}
