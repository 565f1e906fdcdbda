-- When the provider was last asked about a stream, so that everybody gets a turn. No part of what
-- the stream is: it changes without its version.
alter table live_streams add column looked_at timestamptz;

drop index live_streams_to_watch;
create index live_streams_to_watch on live_streams (looked_at nulls first, id)
  where status in ('live', 'ready', 'ending') and removed_at is null and input_id is not null;
