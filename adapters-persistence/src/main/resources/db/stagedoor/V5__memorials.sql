-- Memorials, the bookings of their livestreams, funeral directors and guest books.

create table memorials (
  id             uuid        primary key,
  slug           text        not null,
  owner_id       uuid        not null,
  director_id    uuid,
  loved_one_name text        not null,
  custom_text    text        not null,
  image_url      text,
  is_public      boolean     not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        bigint      not null check (version > 0)
);

create unique index memorials_by_slug on memorials (slug);
create index memorials_by_owner on memorials (owner_id);
create index memorials_by_director on memorials (director_id) where director_id is not null;
create index memorials_newest on memorials (created_at desc, id desc);

-- One booking per memorial, under the memorial's id. What the family chose and what it costs are documents:
-- they are read and written as a whole, and nothing is looked up by what is in them.
create table bookings (
  memorial_id uuid        primary key,
  services    jsonb       not null,
  selection   jsonb       not null,
  quote       jsonb       not null,
  status      text        not null check (status in ('draft', 'pending_payment', 'paid', 'failed', 'refunded')),
  paid_minor  bigint      not null check (paid_minor >= 0),
  currency    char(3)     not null,
  payment_id  uuid,
  saved_at    timestamptz not null,
  version     bigint      not null check (version > 0)
);

create table funeral_directors (
  user_id       uuid        primary key,
  company       text        not null,
  phone         text        not null,
  status        text        not null check (status in ('pending', 'approved', 'rejected')),
  registered_at timestamptz not null
);

create index funeral_directors_by_age on funeral_directors (registered_at, user_id);

create table guest_book_entries (
  id          uuid        primary key,
  memorial_id uuid        not null,
  name        text        not null,
  message     text        not null,
  status      text        not null check (status in ('pending', 'approved', 'hidden')),
  created_at  timestamptz not null
);

create index guest_book_entries_newest on guest_book_entries (memorial_id, created_at desc, id desc);
