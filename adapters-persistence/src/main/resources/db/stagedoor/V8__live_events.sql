-- The log of live updates; each instance reads it in the order of seq and tells its readers.
--
-- A sequence alone leaves gaps that fill later: seq 7 can be committed before seq 6. A reader therefore goes
-- forward to an entry only when every transaction that could hold a smaller number has ended. It knows them
-- by their ids, so the rule is: the transaction gets its id first (tx), and the number after it (seq).

create table live_events (
  tx           xid8        not null,
  seq          bigint      generated always as identity primary key,
  channel_kind text        not null,
  channel_id   uuid        not null,
  type         text        not null,
  data         jsonb       not null,
  published_at timestamptz not null default clock_timestamp()
);

create index live_events_by_channel on live_events (channel_kind, channel_id, seq);
create index live_events_by_age on live_events (published_at);
