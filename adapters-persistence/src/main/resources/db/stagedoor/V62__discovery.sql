-- What there is to watch, found by words, by what many watch, and by what the same people watch.

-- The words of name and group, as the application splits and folds them: what a database takes for a word depends
-- on its locale. What is there already is split as this one does, until its playlist is fetched again.
alter table tv_channels add column words tsvector not null default '';
update tv_channels set words = to_tsvector('simple', folded_name || ' ' || group_name);

-- Each index begins with the playlist: a search never reads what is called the same in the playlists of others.
create index tv_channels_by_words on tv_channels using gin (playlist_id, edition, words);
create index tv_channels_called on tv_channels (playlist_id, edition, hashtextextended(folded_name, 0));

-- What is told again comes last: the job that gathers begins where it ended.
create index tv_progress_told on tv_progress (updated_at);

-- Something to watch, the same whichever service offers it.
create table tv_works (
  id          bigint           primary key generated always as identity,
  kind        text collate "C" not null,
  folded_name text collate "C" not null,
  -- How many accounts ever watched it.
  viewers     integer          not null default 0 check (viewers >= 0),

  constraint tv_works_once unique (kind, folded_name)
);

-- Who ever watched what.
create table tv_viewings (
  owner_id   uuid        not null,
  work_id    bigint      not null references tv_works,
  last_at    timestamptz not null,
  -- Whether it is in the counts of works and pairs.
  is_counted boolean     not null,

  primary key (owner_id, work_id)
);

create index tv_viewings_to_count on tv_viewings (owner_id, work_id) where not is_counted;

-- Who watched what on which day (UTC), for some weeks.
create table tv_viewing_days (
  work_id  bigint      not null references tv_works,
  day      date        not null,
  owner_id uuid        not null,
  first_at timestamptz not null,
  last_at  timestamptz not null,

  primary key (work_id, day, owner_id)
);

create index tv_viewing_days_last on tv_viewing_days (last_at);

-- How many accounts watched both; each pair is there both ways round.
create table tv_watched_together (
  work_id  bigint  not null references tv_works,
  other_id bigint  not null references tv_works,
  accounts integer not null check (accounts > 0),

  primary key (work_id, other_id)
);

create index tv_watched_together_most on tv_watched_together (work_id, accounts desc);

-- What most people watched lately, as it was ranked last.
create table tv_trending (
  span    text             not null check (span in ('day', 'week')),
  work_id bigint           not null references tv_works,
  viewers integer          not null,
  score   double precision not null,
  trend   text             not null check (trend in ('new', 'up', 'steady', 'down')),

  primary key (span, work_id)
);

-- Up to when what was told is gathered; one row, which whoever gathers locks.
create table tv_gathered (
  is_only boolean     primary key default true check (is_only),
  until   timestamptz not null
);

insert into tv_gathered (until) values ('epoch');
