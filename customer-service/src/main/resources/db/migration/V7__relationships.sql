-- Who belongs together, by the links of the files as they now are.
create table link (
    customer_id text collate "C" not null,
    position    integer not null,
    kind        text    not null,
    other_id    text collate "C" not null,
    primary key (customer_id, position)
);
create index link_to on link (other_id);

-- The primary key is why nobody is counted in two households or in two companies.
create table membership (
    customer_id     text collate "C" not null,
    relation        text collate "C" not null,
    relationship_id text collate "C" not null,
    primary key (customer_id, relation)
);
create index membership_of on membership (relationship_id, relation, customer_id);

create table refused_link (
    customer_id text collate "C" not null,
    position    integer not null,
    kind        text    not null,
    other_id    text collate "C" not null,
    reason      text    not null,
    primary key (customer_id, position)
);

-- Files whose links are to be read (changed), or judged again because a file they lead to changed.
create table to_relate (
    customer_id text collate "C" primary key,
    changed     boolean not null
);

-- What was published last of a customer's relationships.
create table relationships_told (
    customer_id text collate "C" primary key,
    content     text not null
);

create table relationships_valued (
    only_one boolean primary key default true check (only_one),
    day      date not null,
    after_id text collate "C"
);
comment on column relationships_valued.after_id is 'the last customer done of that day; null when all are';
