package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.domain.Membership;
import stratum.customer.domain.Membership.Linked;

/** Who belongs together, and what was said of what they hold together. Of all instances one judges at a time. */
@Component
public final class Relationships {

    static final String CHANGED = """
            insert into to_relate (customer_id, changed) select id, true from unnest($1::text[]) as new (id)
            on conflict (customer_id) do update set changed = true
            """;

    private static final String FORGET_LINKS = "delete from link where customer_id = any($1)";

    private static final String LINKS = """
            insert into link (customer_id, position, kind, other_id)
            select c.customer_id, l.place - 1, l.link->>'kind', l.link->>'customerId'
            from customer c, json_array_elements(coalesce(c.profile->'links', '[]'::json)) with ordinality l (link, place)
            where c.customer_id = any($1)
            """;

    private static final String DEPENDANTS = """
            insert into to_relate (customer_id, changed)
            select distinct customer_id, false from link where other_id = any($1) and customer_id <> all($1)
            on conflict do nothing
            """;

    private static final String KINDS =
            "select customer_id, profile->>'kind' as kind from customer where customer_id = any($1)";

    /** Of links that were judged before and still lead nowhere better, the same comes out. */
    private static final String LINKED = """
            select l.customer_id, l.position, l.kind, l.other_id, t.profile->>'kind' as others_kind,
                   (select h.other_id from link h
                    where h.customer_id = l.other_id and h.kind = 'HOUSEHOLD' and h.other_id <> h.customer_id
                    order by h.position limit 1) as others_household
            from %s l left join customer t on t.customer_id = l.other_id
            order by l.customer_id, l.position
            """;

    private static final String OF_FILES =
            LINKED.formatted("(select customer_id, position, kind, other_id from link where customer_id = any($1))");

    private static final String OF_DRAFT = LINKED.formatted(
            "(select $1::text as customer_id, position, kind, other_id from unnest($2::bigint[], $3::text[], $4::text[])"
                    + " as draft (position, kind, other_id))");

    private static final String MEMBERS = """
            insert into membership (customer_id, relation, relationship_id)
            select id, relation, other from unnest($1::text[], $2::text[], $3::text[]) as new (id, relation, other)
            """;

    private static final String REFUSED = """
            insert into refused_link (customer_id, position, kind, other_id, reason)
            select id, position, kind, other, reason
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
                as new (id, position, kind, other, reason)
            """;

    private static final String VALUES = """
            with candidate as (%s),
            belongs as (
                select c.id, m.relation, m.relationship_id from candidate c join membership m on m.customer_id = c.id
                union
                select c.id, m.relation, c.id from candidate c join membership m on m.relationship_id = c.id),
            everybody as (
                select b.relation, b.relationship_id, x.id
                from (select distinct relation, relationship_id from belongs) b
                cross join lateral (
                    select b.relationship_id as id
                    union
                    select m.customer_id from membership m
                    where m.relationship_id = b.relationship_id and m.relation = b.relation) x),
            total as (
                select e.relation, e.relationship_id, count(*) as members,
                       sum(coalesce((k.standing->'features'->>'balance')::bigint, 0)) as balance
                from everybody e left join customer k on k.customer_id = e.id
                group by e.relation, e.relationship_id)
            select c.id, coalesce(t.content, '[]') as told,
                   coalesce(json_agg(json_build_object('kind', b.relation, 'relationshipId', b.relationship_id,
                                'members', s.members,
                                'combinedBalance', json_build_object('amountMinor', s.balance, 'currency', $1::text))
                            order by b.relation desc) filter (where b.relation is not null), '[]')::text as now
            from candidate c
            left join relationships_told t on t.customer_id = c.id
            left join belongs b on b.id = c.id
            left join total s on s.relation = b.relation and s.relationship_id = b.relationship_id
            group by c.id, t.content order by c.id
            """;

    private static final String PAGE = VALUES.formatted("""
            select id from (
                select customer_id as id from membership
                union select relationship_id from membership
                union select customer_id from relationships_told where content <> '[]') all_of_them
            where id > $2 order by id limit $3
            """);

    private static final String ONE = VALUES.formatted("select $2::text as id");

    private static final String TELL = """
            insert into relationships_told (customer_id, content)
            select id, content from unnest($1::text[], $2::text[]) as new (id, content)
            on conflict (customer_id) do update set content = excluded.content
            """;

    private static final String DAY = """
            insert into relationships_valued as held (day, after_id) values ($1, '')
            on conflict (only_one) do update set day = excluded.day, after_id = '' where held.day < excluded.day
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Relationships(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** A file to be judged; its links are read anew where the file changed. */
    public record ToRelate(String customerId, boolean changed) {}

    /** A customer of a kind with its links. */
    public record LinkedCustomer(
            String customerId, @Nullable String kind, List<Linked> links) {}

    /** What the relationships of a customer hold now and what was told last, as JSON lists. */
    public record Valued(String customerId, String told, String now) {}

    /** A link that does not count, and why. */
    public record RefusedLink(int position, String kind, String customerId, String reason) {}

    /** Does the work where no other instance is at it, all of it or none; answers 0 where another is. */
    public Mono<Integer> inTurn(Mono<Integer> work) {
        return Locks.inTurn(Locks.RELATIONSHIPS, work, database, transaction);
    }

    /** The files that are to be judged, changed ones first. */
    public Mono<List<ToRelate>> toRelate(int atMost) {
        return database.sql(
                        "select customer_id, changed from to_relate order by changed desc, customer_id limit $1 for update skip locked")
                .bind(0, atMost)
                .map(row ->
                        new ToRelate(text(row, "customer_id"), Boolean.TRUE.equals(row.get("changed", Boolean.class))))
                .all()
                .collectList();
    }

    /** Reads the links of changed files; those whose links lead to them are to be judged again. */
    public Mono<Void> readLinks(Collection<String> changed) {
        String[] ids = changed.toArray(String[]::new);
        return Flux.concat(run(FORGET_LINKS, ids), run(LINKS, ids), run(DEPENDANTS, ids))
                .then();
    }

    /** These customers with their links. */
    public Mono<List<LinkedCustomer>> linked(Collection<String> customers) {
        String[] ids = customers.toArray(String[]::new);
        Mono<Map<String, List<Row>>> links = database.sql(OF_FILES)
                .bind(0, ids)
                .map(Relationships::row)
                .all()
                .collect(Collectors.groupingBy(Row::customerId));
        return links.flatMap(byCustomer -> database.sql(KINDS)
                .bind(0, ids)
                .map(row -> new LinkedCustomer(
                        text(row, "customer_id"),
                        row.get("kind", String.class),
                        byCustomer.getOrDefault(text(row, "customer_id"), List.of()).stream()
                                .map(Row::link)
                                .toList()))
                .all()
                .collectList());
    }

    /** The links of a file that is yet to be kept, with what is known of where they lead. */
    public Flux<Linked> draft(String customerId, List<Linked> links) {
        return database.sql(OF_DRAFT)
                .bind(0, customerId)
                .bind(1, links.stream().map(link -> (long) link.position()).toArray(Long[]::new))
                .bind(2, links.stream().map(Linked::kind).toArray(String[]::new))
                .bind(3, links.stream().map(Linked::other).toArray(String[]::new))
                .map(Relationships::row)
                .all()
                .map(Row::link);
    }

    /** Writes how these were judged, in the place of how they were before. */
    public Mono<Void> judged(Map<String, Membership> judged) {
        String[] ids = judged.keySet().toArray(String[]::new);
        List<String[]> members = judged.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(
                                new String[] {
                                    each.getKey(), "HOUSEHOLD", each.getValue().household()
                                },
                                new String[] {
                                    each.getKey(), "COMPANY", each.getValue().company()
                                })
                        .filter(row -> row[2] != null))
                .toList();
        List<Map.Entry<String, Membership.Refused>> refused = judged.entrySet().stream()
                .flatMap(each -> each.getValue().refused().stream().map(one -> Map.entry(each.getKey(), one)))
                .toList();
        return Flux.concat(
                        run("delete from membership where customer_id = any($1)", ids),
                        run("delete from refused_link where customer_id = any($1)", ids),
                        Columns.of(members)
                                .text(row -> row[0])
                                .text(row -> row[1])
                                .text(row -> row[2])
                                .into(MEMBERS, database),
                        Columns.of(refused)
                                .text(Map.Entry::getKey)
                                .number(each -> (long) each.getValue().link().position())
                                .text(each -> each.getValue().link().kind())
                                .text(each -> each.getValue().link().other())
                                .text(each -> each.getValue().why().name())
                                .into(REFUSED, database))
                .then();
    }

    /** These need not be judged any more, unless their files change again. */
    public Mono<Void> related(Collection<String> customers) {
        return run("delete from to_relate where customer_id = any($1)", customers.toArray(String[]::new));
    }

    /** On a later business date than the last, everybody is to be valued again. */
    public Mono<Void> day(LocalDate today) {
        return database.sql(DAY).bind(0, today).then();
    }

    /** Where the valuing of the day has come; empty when it is done. */
    public Mono<String> valuedUpTo() {
        return database.sql("select after_id from relationships_valued where after_id is not null")
                .map(row -> text(row, "after_id"))
                .one();
    }

    /** The next customers who belong somewhere, or did when it was told. */
    public Mono<List<Valued>> values(String currency, String after, int atMost) {
        return database.sql(PAGE)
                .bind(0, currency)
                .bind(1, after)
                .bind(2, atMost)
                .map(Relationships::valued)
                .all()
                .collectList();
    }

    /** What the relationships of a customer hold as of now. */
    public Mono<Valued> value(String currency, String customerId) {
        return database.sql(ONE)
                .bind(0, currency)
                .bind(1, customerId)
                .map(Relationships::valued)
                .one();
    }

    /** The links of a customer that do not count. */
    public Flux<RefusedLink> refused(String customerId) {
        return database.sql(
                        "select position, kind, other_id, reason from refused_link where customer_id = $1 order by position")
                .bind(0, customerId)
                .map(row -> new RefusedLink(
                        Objects.requireNonNull(row.get("position", Integer.class)),
                        text(row, "kind"),
                        text(row, "other_id"),
                        text(row, "reason")))
                .all();
    }

    /** Notes what was told, and how far the day has been valued; without a place, that it is done. */
    public Mono<Void> told(List<Valued> told, @Nullable String upTo) {
        DatabaseClient.GenericExecuteSpec place = database.sql("update relationships_valued set after_id = $1");
        return Columns.of(told)
                .text(Valued::customerId)
                .text(Valued::now)
                .into(TELL, database)
                .then((upTo == null ? place.bindNull(0, String.class) : place.bind(0, upTo)).then());
    }

    private Mono<Void> run(String sql, String[] ids) {
        return database.sql(sql).bind(0, ids).then();
    }

    private record Row(String customerId, Linked link) {}

    private static Row row(Readable row) {
        return new Row(
                text(row, "customer_id"),
                new Linked(
                        Objects.requireNonNull(row.get("position", Integer.class)),
                        text(row, "kind"),
                        text(row, "other_id"),
                        row.get("others_kind", String.class),
                        row.get("others_household", String.class)));
    }

    private static Valued valued(Readable row) {
        return new Valued(text(row, "id"), text(row, "told"), text(row, "now"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
