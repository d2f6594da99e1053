-- Contacts with a person of the bank: those logged here and those that the log tells of, each once.
create table contact (
    customer_id text collate "C" not null,
    at          timestamptz not null,
    contact_id  text collate "C" not null,
    kind        text    not null,
    channel     text    not null,
    staff_id    text collate "C" not null,
    reached     boolean not null,
    intent      text,
    offer_id    text collate "C",
    note        text,
    primary key (customer_id, at, contact_id)
);
comment on column contact.reached is 'whether both sides took part; an attempt is no fact of the log';
comment on column contact.note is 'stays here: free words may hold personal data';

-- Offers that a person is to make. Made and closed may arrive in either order.
create table personal_offer (
    offer_id    text collate "C" primary key,
    customer_id text collate "C" not null,
    channel     text,
    offer_code  text,
    language    text,
    reasons     json,
    messages    json,
    made_at     timestamptz,
    valid_until timestamptz,
    closed_at   timestamptz,
    closed_by   text
);
create index personal_offer_open on personal_offer (customer_id, offer_id) where closed_at is null;
