-- Files that are sent straight to a store, and the videos that are made of them.

create table uploads (
  id           uuid        primary key,
  -- What it is for, in the words of the area that asked.
  subject_kind text        not null,
  subject_id   uuid        not null,
  storage      text        not null,
  key          text        not null,
  file_name    text        not null,
  bytes        bigint      not null check (bytes > 0),
  media_type   text        not null,
  status       text        not null check (status in ('awaited', 'confirmed', 'refused', 'expired', 'discarded')),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  version      bigint      not null check (version > 0),

  constraint uploads_key_once unique (storage, key)
);

create index uploads_by_subject on uploads (subject_kind, subject_id, created_at desc, id desc);
create index uploads_awaited on uploads (expires_at, id) where status = 'awaited';

create table video_assets (
  id              uuid        primary key,
  subject_kind    text        not null,
  subject_id      uuid        not null,
  file_id         uuid        not null,
  title           text        not null,
  provider        text        not null,
  signed_only     boolean     not null,
  status          text        not null check (status in ('handing_over', 'processing', 'ready', 'failed', 'removed')),
  -- The provider's video of this attempt, once it has one.
  ref_provider    text,
  ref_id          text,
  attempt         integer     not null check (attempt > 0),
  begun_at        timestamptz not null,
  progress        integer     not null check (progress between 0 and 100),
  playback_url    text,
  thumbnail_url   text,
  duration_millis bigint      check (duration_millis >= 0),
  failure_reason  text        check (failure_reason in (
                                'not_a_video', 'too_long', 'too_short', 'not_fetched', 'not_sent', 'other')),
  failure_code    text,
  ready_at        timestamptz,
  looks           integer     not null check (looks >= 0),
  -- When the provider is to be asked again; nothing when there is nothing to find out.
  next_look_at    timestamptz,
  created_at      timestamptz not null,
  version         bigint      not null check (version > 0),

  constraint video_assets_ref_is_whole check ((ref_provider is null) = (ref_id is null)),
  constraint video_assets_failure_is_whole check ((failure_reason is null) = (failure_code is null))
);

create unique index video_assets_by_ref on video_assets (ref_provider, ref_id);
create index video_assets_by_subject on video_assets (subject_kind, subject_id, created_at desc, id desc)
  where status <> 'removed';
create index video_assets_due_for_look on video_assets (next_look_at) where next_look_at is not null;
