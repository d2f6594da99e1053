-- Ids compare byte by byte: cheaper than by language, and the same whatever the database's locale.

-- One row per customer: the file as the bank keeps it, and where scoring and lifecycle see the customer now.
create table customer (
    customer_id      text collate "C" primary key,
    profile          json,
    consents         json,
    profile_event_id text,
    profile_at       timestamptz,
    profile_version  bigint not null default 0,
    tier             text collate "C",
    score            integer,
    score_as_of      date,
    score_offset     bigint,
    standing         json,
    stage            text collate "C",
    risk             integer,
    stage_as_of      date,
    stage_offset     bigint,
    lifecycle        json
) with (fillfactor = 70); -- room to update a row on its own page, without touching the indexes

create index customer_by_tier on customer (tier, customer_id);
create index customer_by_stage on customer (stage, customer_id);

comment on column customer.profile_version is 'goes up by one with every change of the file; the ETag of profile and consents';
comment on column customer.score_offset is 'offset of the record the score was taken from: of one day, the later record rules';

-- One row per account or contract. The product is what HoldingChanged last said, the value the latest known from
-- either a holding or a transaction.
create table holding (
    customer_id  text collate "C" not null,
    account_id   text collate "C" not null,
    family       text not null,
    product_code text,
    status       text,
    opened_at    timestamptz,
    changed_at   timestamptz,
    matures_on   date,
    value_minor  bigint,
    currency     text,
    valued_at    timestamptz,
    primary key (customer_id, account_id)
) with (fillfactor = 70);

create type fact_kind as enum (
    'CustomerProfiled', 'HoldingChanged', 'TransactionPosted', 'InteractionRecorded',
    'TierSignalled', 'StageChanged', 'MilestoneReached',
    'OfferMade', 'OfferWithdrawn', 'OfferOutcome', 'DecisionMade');

-- Everything that happened to a customer. The primary key is also the order in which it is read, and what makes a
-- repeat harmless; a second index would cost as much as the table.
create table timeline (
    customer_id text collate "C" not null,
    at          timestamptz not null,
    kind        fact_kind not null,
    id          text collate "C" not null,
    details     json not null,
    primary key (customer_id, at, kind, id)
);

create index timeline_newest_offers on timeline (at desc) where kind = 'OfferMade';

-- The tiers a customer has held: valid from at, known since recorded_at.
create table tier_history (
    customer_id text collate "C" not null,
    at          timestamptz not null,
    signal_id   text collate "C" not null,
    kind        text not null,
    from_tier   text,
    tier        text not null,
    as_of       date not null,
    recorded_at timestamptz not null default now(),
    primary key (customer_id, at, signal_id)
);

-- Facts that were decided here and wait to be published, in the order of id.
create table outbox (
    id         bigint generated always as identity primary key,
    fact       json not null,
    created_at timestamptz not null default now()
);
