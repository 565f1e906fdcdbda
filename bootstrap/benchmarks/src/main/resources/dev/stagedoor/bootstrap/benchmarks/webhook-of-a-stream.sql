-- A delivery that moves a stream, of which readers are told.
\set n :n + 1
\set stream random(0, :streams - 1)
begin;
insert into received_webhooks (id, provider, delivery_id, topic, type, headers, body, status, attempts, error,
    received_at, applied_at)
  values (uuidv7(), 'pgbench', concat(:run::text, '-', :client_id::text, '-', :n::text), '', 'benchmark',
    :headers::jsonb, decode(:body, 'hex'), 'applied', 1, null, now(), now())
  on conflict (provider, delivery_id) do nothing;
select id, version, subject_kind, subject_id, provider, created_by, title, description, scheduled_start,
    is_visible, is_public, input_provider, input_id, rtmp_url, playback_url, stream_key, srt_url, whip_url, status,
    readied_at, started_at, connected_at, disconnected_at, failed_at, stopped_at, removed_at, viewers, recordings,
    created_at, updated_at
  from live_streams where input_provider = 'pgbench' and input_id = lpad(to_hex(:stream::integer), 32, '0')
  for update;
with this_transaction as materialized (select pg_current_xact_id() as tx)
insert into live_events (tx, channel_kind, channel_id, type, data)
  select tx, 'pgbench', uuidv7(), 'stream_status_changed',
    '{"status": "live", "streamId": "0190a000-0000-7000-8000-000000000001", "recordingReady": false}'::jsonb
  from this_transaction;
update live_streams set
    subject_kind = subject_kind, subject_id = subject_id, provider = provider, created_by = created_by,
    title = title, description = description, scheduled_start = scheduled_start, is_visible = is_visible,
    is_public = is_public, input_provider = input_provider, input_id = input_id, rtmp_url = rtmp_url,
    playback_url = playback_url, stream_key = stream_key, srt_url = srt_url, whip_url = whip_url,
    readied_at = readied_at, started_at = started_at, disconnected_at = disconnected_at,
    failed_at = failed_at, stopped_at = stopped_at, removed_at = removed_at, viewers = viewers,
    recordings = recordings, created_at = created_at,
    status = case status when 'live' then 'ending' else 'live' end, connected_at = now(), updated_at = now(),
    version = version + 1
  where input_provider = 'pgbench' and input_id = lpad(to_hex(:stream::integer), 32, '0');
commit;
