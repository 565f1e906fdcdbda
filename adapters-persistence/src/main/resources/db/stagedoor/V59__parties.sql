-- Watch parties. The row of a party is its one writer: whoever changes it locks it first.

create table parties (
  id              uuid        primary key,
  media_url       text,
  title           text,
  item_id         text,
  -- Nobody, where nobody is here.
  host_id         uuid,
  -- Members in the order in which they joined, who was removed, who was silenced, who wrote lately.
  people          jsonb       not null check (jsonb_typeof(people) = 'object'),
  is_playing      boolean     not null,
  position_millis bigint      not null check (position_millis >= 0),
  played_at       timestamptz not null,
  sequence        bigint      not null check (sequence > 0),
  empty_since     timestamptz,
  ended_at        timestamptz,
  created_at      timestamptz not null,
  version         bigint      not null check (version > 0),

  constraint parties_titles_are_of_media check ((media_url is null) = (title is null)),
  constraint parties_items_are_of_media check (item_id is null or media_url is not null),
  constraint parties_do_not_play_once_ended check (ended_at is null or not is_playing)
) with (fillfactor = 70);

create index parties_running on parties (host_id, created_at, id) where ended_at is null;
create index parties_over on parties (ended_at) where ended_at is not null;

-- What their members write to each other.
create table party_lines (
  id        uuid        primary key,
  party_id  uuid        not null references parties on delete cascade,
  author_id uuid        not null,
  name      text        not null,
  text      text        not null,
  at        timestamptz not null,
  sequence  bigint      not null check (sequence > 0),

  constraint party_lines_in_order unique (party_id, sequence)
);

-- Servers that have members of parties connected to them, and when they were last heard of.
create table party_instances (
  id      uuid        primary key,
  seen_at timestamptz not null
);

create table party_connections (
  id          uuid primary key,
  party_id    uuid not null references parties on delete cascade,
  user_id     uuid not null,
  instance_id uuid not null
);

create index party_connections_of_party on party_connections (party_id, id);
create index party_connections_of_instance on party_connections (instance_id);
