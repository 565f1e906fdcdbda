-- The playlists of subscribers, and what their IPTV services offer.

create table tv_playlists (
  id         uuid        primary key,
  owner_id   uuid        not null,
  name       text        not null,
  -- How the service is reached: all three encrypted, bound to the playlist.
  url        text        not null,
  username   text,
  password   text,
  status     text        not null check (status in ('fetching', 'ready', 'failed')),
  -- Counts the fetches that were begun; the one whose channels are shown, 0 for none.
  edition    integer     not null check (edition > 0),
  shown      integer     not null check (shown between 0 and edition),
  channels   integer     not null check (channels >= 0),
  problem    text        check (problem in (
                           'address_not_allowed', 'unreachable', 'credentials_refused', 'service_failed', 'too_large',
                           'not_a_playlist', 'empty')),
  fetched_at timestamptz,
  created_at timestamptz not null,
  version    bigint      not null check (version > 0),

  constraint tv_playlists_shown_were_fetched check ((shown = 0) = (fetched_at is null))
);

create index tv_playlists_of_owner on tv_playlists (owner_id, created_at, id);

-- Channels and guides come by the hundred thousand, so they are not checked against their playlist one by one:
-- whoever adds any holds the row of the playlist, and whoever removes that removes them with it.
create table tv_channels (
  playlist_id uuid             not null,
  edition     integer          not null,
  -- In the order of the service, with gaps.
  position    integer          not null,
  item_id     text collate "C" not null,
  kind        text             not null check (kind in ('channel', 'movie', 'episode')),
  name        text             not null,
  -- The name in small letters, as the application makes them.
  folded_name text collate "C" not null,
  group_name  text collate "C" not null,
  logo        text,
  guide_id    text,
  -- Where the stream is: encrypted, bound to the row.
  address     text             not null,

  primary key (playlist_id, edition, position),
  constraint tv_channels_once unique (playlist_id, edition, item_id)
);

create table tv_programmes (
  playlist_id uuid             not null,
  edition     integer          not null,
  guide_id    text collate "C" not null,
  starts_at   timestamptz      not null,
  ends_at     timestamptz      not null,
  title       text collate "C" not null,
  description text             not null
);

create index tv_programmes_by_time on tv_programmes (playlist_id, edition, starts_at);
create index tv_programmes_of_channel on tv_programmes (playlist_id, edition, guide_id, starts_at);
