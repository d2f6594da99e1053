-- Who looks after whom. A relationship manager's load is counted in the row, in the transaction of each change.

create table branch (
    branch_id text collate "C" primary key,
    name_en   text   not null,
    name_zh   text   not null,
    head_id   text collate "C",
    version   bigint not null default 1
);

create table manager (
    manager_id    text collate "C" primary key,
    name          text    not null,
    branch_id     text collate "C" not null references branch,
    role          text collate "C" not null,
    capacity      integer not null check (capacity >= 0),
    active        boolean not null default true,
    customers     integer not null default 0 check (customers >= 0),
    balance_minor bigint  not null default 0,
    version       bigint  not null default 1
);
create index manager_by_branch on manager (branch_id, manager_id);
comment on column manager.customers is 'how many this person looks after; never more than capacity by a placement';
comment on column manager.balance_minor is 'their balances as of their last tier signal, in minor units of the base currency';

create table staff_step (
    id      bigint generated always as identity primary key,
    subject text collate "C" not null,
    step    text        not null,
    actor   text        not null,
    details json,
    at      timestamptz not null default now()
);
create index staff_step_of on staff_step (subject, id);
comment on table staff_step is 'Who changed what about branches and managers; rows are added and never changed';

-- One row per customer: the primary key is why nobody is ever looked after by two.
create table care (
    customer_id   text collate "C" primary key,
    tier          text collate "C",
    score         integer not null default 0,
    near_upgrade  boolean not null default false,
    balance_minor bigint  not null default 0,
    moved_at      timestamptz,
    signal_at     timestamptz,
    stage         text collate "C",
    stage_at      timestamptz,
    branch_id     text collate "C",
    manager_id    text collate "C" references manager,
    since         timestamptz,
    waiting_since timestamptz,
    due_on        date,
    due_reason    text
) with (fillfactor = 70);
create index care_by_manager on care (manager_id, customer_id) where manager_id is not null;
create index care_due on care (manager_id, due_on, customer_id) where manager_id is not null;
create index care_due_in_branch on care (branch_id, due_on, customer_id) where due_on is not null;
create index care_waiting on care (branch_id, waiting_since, customer_id) where waiting_since is not null;
comment on column care.signal_at is 'business time of the last tier signal taken in: an older one changes nothing';
comment on column care.waiting_since is 'set while nobody of the right role has room: the over-capacity list';

-- What waits to be decided, in the order of business time.
create table to_place (
    at            timestamptz not null,
    customer_id   text collate "C" not null,
    cause         text collate "C" not null,
    tier          text,
    score         integer,
    balance_minor bigint,
    stage         text,
    preferred     text collate "C",
    primary key (at, customer_id, cause)
);
comment on table to_place is 'Looked at once the bank''s clock has passed at; taken out in the transaction that decides';

create table handover (
    customer_id  text collate "C" not null,
    at           timestamptz not null,
    cause        text collate "C" not null,
    from_manager text collate "C",
    to_manager   text collate "C",
    why          text        not null,
    from_tier    text,
    to_tier      text,
    note         json        not null,
    primary key (customer_id, at, cause)
);
create index handover_to on handover (to_manager, at desc, customer_id desc, cause desc);
create index handover_from on handover (from_manager, at desc, customer_id desc, cause desc);

-- How far the bank's clock has been worked through, by partition of the tier signals.
create table tick (
    partition  integer primary key,
    at         timestamptz not null,
    partitions integer not null
);

-- Care policies, as the platform takes them through their life.
create table policy (
    id             text collate "C" not null,
    version        int         not null,
    state          text        not null,
    author         text        not null,
    approver       text,
    effective_from timestamptz not null,
    edition        bigint      not null default 1,
    document       text        not null,
    published_at   timestamptz,
    announced_at   timestamptz,
    primary key (id, version)
);
create index policy_to_announce on policy (published_at) where published_at is not null and announced_at is null;

create table policy_step (
    id      bigint generated always as identity primary key,
    policy  text collate "C" not null,
    version int         not null,
    edition bigint      not null,
    step    text        not null,
    actor   text        not null,
    at      timestamptz not null default now(),
    foreign key (policy, version) references policy (id, version)
);
create index policy_step_of on policy_step (policy, version, id);

-- The policy by which everybody has been looked at last.
create table care_policy (
    only_one boolean primary key default true check (only_one),
    id       text not null,
    version  int  not null
);
