create table campaign (
    id             text        not null,
    version        int         not null,
    status         text        not null,
    effective_from timestamptz not null,
    document       text        not null,
    announced_at   timestamptz,
    primary key (id, version)
);
comment on table campaign is 'Every version of every campaign; a version that ran is never edited';
comment on column campaign.announced_at is 'When campaign.campaigns had it for certain; none while nobody can say';

create table offer (
    id          text        primary key,
    customer_id text        not null,
    occurred_at timestamptz not null,
    body        json        not null
);
comment on table offer is 'Read model of campaign.offers; can be dropped and read again';
create index offer_of_customer on offer (customer_id, occurred_at desc, id desc);
create index offer_by_time on offer (occurred_at desc, id desc);

create table decision (
    id          text        primary key,
    customer_id text        not null,
    occurred_at timestamptz not null,
    body        json        not null
);
comment on table decision is 'Read model of campaign.decisions; can be dropped and read again';
create index decision_of_customer on decision (customer_id, occurred_at desc, id desc);
create index decision_by_time on decision (occurred_at desc, id desc);
