-- A row that the log will never take is kept for a person to look at, and holds up nothing behind it.
alter table outbox add column refused text;

comment on column outbox.refused is 'why the log will never take it; null while it waits';
