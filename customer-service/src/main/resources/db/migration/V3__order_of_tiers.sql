-- Several moves may bear the same time; the log has them in their order.
alter table tier_history add column signal_offset bigint not null default 0;

comment on column tier_history.as_of is 'the business date from which the tier is held: valid time';
comment on column tier_history.at is 'the business time of the decision: since then the tier is known, live and in a replay alike';
comment on column tier_history.signal_offset is 'offset of the signal: of one time, the later record rules';
