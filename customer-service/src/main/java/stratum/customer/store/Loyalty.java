package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import stratum.customer.domain.LoyaltyCount;

/** Counts what customers did in a month, by the tier, stage or branch they were in when it began. */
@Component
public final class Loyalty {

    static final String BOOKED = """
            insert into loyalty_fact (kind, at, customer_id, id, value)
            select kind, to_timestamp(at / 1000.0::float8), customer, id, value
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
                as new (kind, at, customer, id, value)
            on conflict do nothing
            """;

    /** The branch is that of today's file: files of the past are not kept here. */
    private static final String MONTH = """
            with stage as (
                select distinct on (customer_id) customer_id, value as stage from loyalty_fact
                where kind = 'STAGE' and at < $1 order by customer_id, at desc, id desc),
            tier as (
                select distinct on (customer_id) customer_id, tier from tier_history
                where at < $1 order by customer_id, at desc, signal_offset desc),
            base as (
                select customer_id, stage.stage, coalesce(tier.tier, 'NONE') as tier,
                       coalesce(c.profile->>'branch', 'NONE') as branch
                from stage left join tier using (customer_id) left join customer c using (customer_id)
                where stage.stage not in ('CHURNED', 'PROSPECT')),
            did as (
                select customer_id, bool_or(kind = 'OPENED') as bought, bool_or(kind = 'REFERRAL') as referred,
                       bool_or(kind = 'STAGE' and value = 'CHURNED') as churned,
                       (array_agg(value order by at desc, id desc) filter (where kind = 'SURVEY'))[1]::int as answer
                from loyalty_fact
                where kind in ('OPENED', 'REFERRAL', 'STAGE', 'SURVEY') and at >= $1 and at < $2
                group by customer_id)
            select case $3::text when 'tier' then tier when 'stage' then stage else branch end as place,
                   count(*) as customers,
                   count(*) filter (where bought) as bought, count(*) filter (where referred) as referred,
                   count(*) filter (where churned) as churned, count(answer) as answered,
                   count(*) filter (where answer >= 9) as promoters, count(*) filter (where answer <= 6) as detractors
            from base left join did using (customer_id)
            group by 1 order by 1
            """;

    private final DatabaseClient database;

    Loyalty(DatabaseClient database) {
        this.database = database;
    }

    /** By what customers are told apart. */
    public enum By {
        TIER,
        STAGE,
        BRANCH
    }

    /** A group of customers, and what they did. */
    public record Counted(String group, LoyaltyCount count) {}

    /** What customers did from a moment up to another, by the group they were in at the first. */
    public Flux<Counted> count(Instant from, Instant to, By by) {
        return database.sql(MONTH)
                .bind(0, from)
                .bind(1, to)
                .bind(2, by.name().toLowerCase(java.util.Locale.ROOT))
                .map(row -> new Counted(Objects.requireNonNull(row.get("place", String.class)), counted(row)))
                .all();
    }

    private static LoyaltyCount counted(Readable row) {
        return new LoyaltyCount(
                number(row, "customers"),
                number(row, "bought"),
                number(row, "referred"),
                number(row, "churned"),
                number(row, "answered"),
                number(row, "promoters"),
                number(row, "detractors"));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
