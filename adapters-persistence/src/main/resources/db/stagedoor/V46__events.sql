-- What organisers put on.

create table events (
  id           uuid        primary key,
  organiser_id uuid        not null,
  title        text        not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz,
  -- When it has ended, as far as anybody can say of one without an end.
  over_at      timestamptz not null,
  -- In which its times are shown.
  time_zone    text        not null,
  venue        text        not null,
  description  text        not null,
  contact      jsonb       not null check (jsonb_typeof(contact) = 'object'),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint      not null check (version > 0),

  constraint events_end_after_they_begin check (ends_at > starts_at),
  constraint events_are_over_when_they_end check (over_at = ends_at or (ends_at is null and over_at > starts_at))
);

create index events_upcoming on events (over_at, starts_at, id);
create index events_of_organiser on events (organiser_id, starts_at desc, id desc);
