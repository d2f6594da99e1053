-- What loyalty is counted by; few facts a year and customer, so that months can be counted without the timeline.
create table loyalty_fact (
    kind        text collate "C" not null,
    at          timestamptz not null,
    customer_id text collate "C" not null,
    id          text collate "C" not null,
    value       text,
    primary key (kind, at, customer_id, id)
);
comment on table loyalty_fact is 'OPENED a product; REFERRAL; SURVEY with its score; STAGE with the stage entered';
