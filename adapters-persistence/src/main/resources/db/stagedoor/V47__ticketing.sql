-- Tickets that other systems sell, and what people connected there.

create table ticketing_connections (
  owner_id   uuid        not null,
  provider   text        not null,
  -- What its webhooks call it by.
  id         uuid        not null unique,
  -- Signs its webhooks. Encrypted, bound to owner and provider.
  secret     text        not null,
  created_at timestamptz not null,

  primary key (owner_id, provider)
);

create table ticketed_events (
  -- That of the thing the tickets are for.
  id                uuid        primary key,
  subject_kind      text        not null,
  owner_id          uuid        not null,
  status            text        not null check (status in ('none', 'setup', 'active', 'inactive')),
  -- The system that was chosen, and its event that sells the tickets, once it is known.
  provider          text,
  sale_provider     text,
  sale_id           text,
  -- The owner's own connection that it is followed by; nothing for the operator's.
  connection_id     uuid        references ticketing_connections (id) on delete set null,
  page_url          text,
  was_live          boolean     not null,
  -- How the sale stood by the newest that is known of it, and when that was.
  told              text        check (told in ('draft', 'live', 'inactive')),
  told_at           timestamptz,
  unreachable_since timestamptz,
  looks             integer     not null check (looks >= 0),
  -- When the system is to be asked again; nothing when there is nothing to find out.
  next_look_at      timestamptz,
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  version           bigint      not null check (version > 0),

  constraint ticketed_events_sale_is_whole check ((sale_provider is null) = (sale_id is null)),
  constraint ticketed_events_told_have_a_time check ((told is null) = (told_at is null)),
  constraint ticketed_events_chose_a_system check ((status = 'none') = (provider is null)),
  constraint ticketed_events_without_any_have_no_sale check (status <> 'none' or sale_id is null)
);

-- Several may name one sale.
create index ticketed_events_by_sale on ticketed_events (sale_provider, sale_id) where sale_id is not null;
create index ticketed_events_by_connection on ticketed_events (connection_id) where connection_id is not null;
create index ticketed_events_due_for_look on ticketed_events (next_look_at, id) where next_look_at is not null;
