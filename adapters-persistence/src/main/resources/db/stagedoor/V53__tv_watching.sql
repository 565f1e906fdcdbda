-- What the profiles of subscribers like, and how far they are with what they watch.

create table tv_favorites (
  profile_id uuid             not null references tv_profiles on delete cascade,
  item_id    text collate "C" not null,
  item_type  text collate "C" not null,
  item_name  text             not null,
  item_logo  text,
  added_at   timestamptz      not null,

  primary key (profile_id, item_id)
);

create index tv_favorites_newest on tv_favorites (profile_id, added_at desc, item_id desc);

-- Of two things that devices told the one with the later time counts, then the one of the later device by bytes.
create table tv_progress (
  profile_id       uuid             not null references tv_profiles on delete cascade,
  item_id          text collate "C" not null,
  item_type        text collate "C",
  progress_seconds integer          not null check (progress_seconds >= 0),
  duration_seconds integer          check (duration_seconds > 0),
  is_completed     boolean          not null,
  -- When and by which device the position, the type and the duration were told.
  told_at          timestamptz      not null,
  told_by          text collate "C" not null,
  type_at          timestamptz,
  type_by          text collate "C",
  duration_at      timestamptz,
  duration_by      text collate "C",
  updated_at       timestamptz      not null,
  version          bigint           not null check (version > 0),

  primary key (profile_id, item_id),
  constraint tv_progress_type_was_told check (
    (item_type is null) = (type_at is null) and (item_type is null) = (type_by is null)),
  constraint tv_progress_duration_was_told check (
    (duration_seconds is null) = (duration_at is null) and (duration_seconds is null) = (duration_by is null))
);

create index tv_progress_last on tv_progress (profile_id, told_at desc, item_id desc);
