alter table campaign rename column status to state;
alter table campaign drop column announced_at;
alter table campaign add column author text not null default 'Stratum';
alter table campaign add column approver text;
alter table campaign add column edition bigint not null default 1;
alter table campaign alter column author drop default;
comment on table campaign is 'Every version of every campaign; a version that ran is never edited';
comment on column campaign.edition is 'Counts the changes of this version; what an editor has seen';

create table campaign_step (
    id       bigserial   primary key,
    campaign text        not null,
    version  int         not null,
    edition  bigint      not null,
    step     text        not null,
    actor    text        not null,
    at       timestamptz not null default now()
);
comment on table campaign_step is 'Who did what to which version, and when; only added to';
create index step_of_campaign on campaign_step (campaign, id);

create table campaign_publication (
    edition        bigserial   primary key,
    campaign       text        not null,
    version        int         not null,
    status         text        not null,
    effective_from timestamptz not null,
    actor          text        not null,
    announced_at   timestamptz
);
comment on table campaign_publication is 'From when a version runs, pauses or has ended; the outbox of campaign.campaigns';
comment on column campaign_publication.announced_at is 'When the log had it for certain; none while nobody can say';
create index publication_to_announce on campaign_publication (edition) where announced_at is null;

insert into campaign_publication (campaign, version, status, effective_from, actor)
select id, version, state, effective_from, author from campaign where state = 'LIVE' order by id, version;

create table contact_policy (
    version        bigserial   primary key,
    document       text        not null,
    effective_from timestamptz not null,
    actor          text        not null,
    at             timestamptz not null default now(),
    announced_at   timestamptz
);
comment on table contact_policy is 'Every contact policy that was put in force; only added to, and the outbox of campaign.contact-policies';
