package stratum.customer.store;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books what the log tells into the dossiers. Every statement may be repeated: what happened is kept under its id, and
 * what stands now gives way only to what is later.
 */
@Component
public final class Dossiers {

    private static final String CUSTOMERS = """
            insert into customer (customer_id)
            select id from unnest($1::text[]) as new (id)
            on conflict do nothing
            """;

    private static final String PROFILES = """
            insert into customer as held
                (customer_id, profile_event_id, profile_at, profile, consents, profile_version)
            select id, event_id, to_timestamp(at / 1000.0::float8), profile::json, consents::json, 1
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[])
                as new (id, event_id, at, profile, consents)
            on conflict (customer_id) do update set
                profile_event_id = excluded.profile_event_id, profile_at = excluded.profile_at,
                profile = excluded.profile, consents = excluded.consents, profile_version = held.profile_version + 1
            where held.profile_at is null
               or held.profile_at <= excluded.profile_at and held.profile_event_id <> excluded.profile_event_id
            """;

    private static final String STANDINGS = """
            insert into customer as held (customer_id, score_as_of, score_offset, tier, score, standing)
            select id, as_of::date, place, tier, score, standing::json
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::text[])
                as new (id, as_of, place, tier, score, standing)
            on conflict (customer_id) do update set
                score_as_of = excluded.score_as_of, score_offset = excluded.score_offset,
                tier = excluded.tier, score = excluded.score, standing = excluded.standing
            where held.score_as_of is null
               or (held.score_as_of, held.score_offset) < (excluded.score_as_of, excluded.score_offset)
            """;

    private static final String STAGES = """
            insert into customer as held (customer_id, stage_as_of, stage_offset, stage, risk, lifecycle)
            select id, as_of::date, place, stage, risk, lifecycle::json
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::text[])
                as new (id, as_of, place, stage, risk, lifecycle)
            on conflict (customer_id) do update set
                stage_as_of = excluded.stage_as_of, stage_offset = excluded.stage_offset,
                stage = excluded.stage, risk = excluded.risk, lifecycle = excluded.lifecycle
            where held.stage_as_of is null
               or (held.stage_as_of, held.stage_offset) < (excluded.stage_as_of, excluded.stage_offset)
            """;

    /** An opening that arrives late still counts as the opening, though the product has changed since. */
    private static final String PRODUCTS = """
            insert into holding as held
                (customer_id, account_id, changed_at, product_code, family, status, opened_at, matures_on)
            select id, account, to_timestamp(at / 1000.0::float8), product, family, status,
                   to_timestamp(opened / 1000.0::float8), matures::date
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                        $8::text[])
                as new (id, account, at, product, family, status, opened, matures)
            on conflict (customer_id, account_id) do update set
                opened_at = least(held.opened_at, excluded.opened_at),
                (changed_at, product_code, family, status, matures_on) = (
                    select later.* from (values
                        (excluded.changed_at, excluded.product_code, excluded.family, excluded.status,
                         excluded.matures_on),
                        (held.changed_at, held.product_code, held.family, held.status, held.matures_on)
                    ) as later (changed_at, product_code, family, status, matures_on)
                    where later.changed_at is not null order by later.changed_at desc limit 1)
            """;

    private static final String VALUATIONS = """
            insert into holding as held (customer_id, account_id, family, valued_at, value_minor, currency)
            select id, account, family, to_timestamp(at / 1000.0::float8), amount, currency
            from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[])
                as new (id, account, family, at, amount, currency)
            on conflict (customer_id, account_id) do update set
                valued_at = excluded.valued_at, value_minor = excluded.value_minor, currency = excluded.currency
            where held.valued_at is null or held.valued_at <= excluded.valued_at
            """;

    private static final String ENTRIES = """
            insert into timeline (customer_id, at, kind, id, details)
            select customer, to_timestamp(at / 1000.0::float8), kind::fact_kind, id, details::json
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
                as new (customer, at, kind, id, details)
            on conflict do nothing
            """;

    private static final String TIERS = """
            insert into tier_history (customer_id, at, signal_id, kind, from_tier, tier, as_of, signal_offset)
            select customer, to_timestamp(at / 1000.0::float8), id, kind, from_tier, tier, as_of::date, place
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::bigint[])
                as new (customer, at, id, kind, from_tier, tier, as_of, place)
            on conflict do nothing
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final CareBooking care;

    Dossiers(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
        this.care = new CareBooking(database);
    }

    /** Books all of it or none of it. */
    public Mono<Void> book(Changes changes) {
        return Flux.concat(customers(changes), products(changes), entries(changes), care.book(changes))
                .then()
                .as(transaction::transactional);
    }

    private Flux<Void> customers(Changes changes) {
        return Flux.concat(
                Columns.of(changes.customers()).text(id -> id).into(CUSTOMERS, database),
                Columns.of(changes.profiles())
                        .text(ProfileChange::customerId)
                        .text(ProfileChange::eventId)
                        .moment(ProfileChange::at)
                        .text(ProfileChange::profile)
                        .text(ProfileChange::consents)
                        .into(PROFILES, database),
                Columns.of(changes.standings())
                        .text(Standing::customerId)
                        .date(Standing::asOf)
                        .number(Standing::offset)
                        .text(Standing::tier)
                        .number(standing -> (long) standing.score())
                        .text(Standing::details)
                        .into(STANDINGS, database),
                Columns.of(changes.stages())
                        .text(LifeStage::customerId)
                        .date(LifeStage::asOf)
                        .number(LifeStage::offset)
                        .text(LifeStage::stage)
                        .number(stage -> (long) stage.risk())
                        .text(LifeStage::details)
                        .into(STAGES, database));
    }

    private Flux<Void> products(Changes changes) {
        return Flux.concat(
                Columns.of(changes.products())
                        .text(change -> change.account().customerId())
                        .text(change -> change.account().accountId())
                        .moment(ProductChange::at)
                        .text(ProductChange::productCode)
                        .text(ProductChange::family)
                        .text(ProductChange::status)
                        .moment(ProductChange::openedAt)
                        .date(ProductChange::maturesOn)
                        .into(PRODUCTS, database),
                Columns.of(changes.valuations())
                        .text(valuation -> valuation.account().customerId())
                        .text(valuation -> valuation.account().accountId())
                        .text(Valuation::family)
                        .moment(Valuation::at)
                        .number(Valuation::amountMinor)
                        .text(Valuation::currency)
                        .into(VALUATIONS, database));
    }

    private Flux<Void> entries(Changes changes) {
        return Flux.concat(
                Columns.of(changes.entries())
                        .text(TimelineEntry::customerId)
                        .moment(TimelineEntry::at)
                        .text(TimelineEntry::kind)
                        .text(TimelineEntry::id)
                        .text(TimelineEntry::details)
                        .into(ENTRIES, database),
                Columns.of(changes.tiers())
                        .text(TierChange::customerId)
                        .moment(TierChange::at)
                        .text(TierChange::signalId)
                        .text(TierChange::kind)
                        .text(TierChange::fromTier)
                        .text(TierChange::tier)
                        .date(TierChange::asOf)
                        .number(TierChange::offset)
                        .into(TIERS, database));
    }
}
