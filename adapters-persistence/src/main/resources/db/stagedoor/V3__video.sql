-- Live streams; their recordings live inside.

create table live_streams (
  id              uuid        primary key,
  -- Whose stream it is, in the words of the area that asked.
  subject_kind    text        not null,
  subject_id      uuid        not null,
  provider        text        not null,
  created_by      uuid        not null,
  title           text        not null,
  description     text        not null,
  scheduled_start timestamptz,
  is_visible      boolean     not null,
  is_public       boolean     not null,
  -- What the provider made for it, once it has.
  input_provider  text,
  input_id        text,
  rtmp_url        text,
  playback_url    text,
  -- Encrypted: whoever has one of these can send pictures in the family's name.
  stream_key      text,
  srt_url         text,
  whip_url        text,
  status          text        not null check (status in (
                                'scheduled', 'ready', 'live', 'ending', 'completed', 'error')),
  -- The facts that the status follows from.
  readied_at      timestamptz,
  started_at      timestamptz,
  connected_at    timestamptz,
  disconnected_at timestamptz,
  failed_at       timestamptz,
  stopped_at      timestamptz,
  removed_at      timestamptz,
  viewers         bigint      not null check (viewers >= 0),
  recordings      jsonb       not null check (jsonb_typeof(recordings) = 'array'),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  version         bigint      not null check (version > 0),

  constraint live_streams_input_is_whole check (
    num_nulls(input_provider, input_id, rtmp_url, playback_url, stream_key) in (0, 5))
);

create unique index live_streams_by_input on live_streams (input_provider, input_id);
create index live_streams_by_subject on live_streams (subject_kind, subject_id, created_at)
  where removed_at is null;
create index live_streams_to_watch on live_streams (updated_at)
  where status in ('live', 'ready', 'ending');
