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
comment on table policy is 'Every version of every lifecycle policy; from its approval on a version is never edited';
comment on column policy.edition is 'goes up by one with every change; the ETag';
comment on column policy.announced_at is 'When lifecycle.policies had it for certain; a published version without it waits to be announced';
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
comment on table policy_step is 'Who did what to a policy and when; rows are added and never changed';
create index policy_step_of on policy_step (policy, version, id);
