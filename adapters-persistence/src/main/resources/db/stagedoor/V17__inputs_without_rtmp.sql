-- An input is sent to by RTMP, SRT or WHIP: by at least one of them.
alter table live_streams
  drop constraint live_streams_input_is_whole,
  add constraint live_streams_input_is_whole check (
    num_nulls(input_provider, input_id, playback_url) in (0, 3)),
  add constraint live_streams_rtmp_is_whole check (
    num_nulls(rtmp_url, stream_key) in (0, 2)),
  add constraint live_streams_input_can_be_sent_to check (
    (input_id is null) = (num_nonnulls(rtmp_url, srt_url, whip_url) = 0));
