-- What a device tells, of an item that the server is told nothing of; three of ten tell late.
\set person random(0, :people - 1)
\set item random(1, :items)
\set seconds random(0, :duration - 1)
\set late case when random(1, 10) <= 3 then random(1, 3600) else 0 end
insert into tv_progress as known (
    profile_id, item_id, item_type, progress_seconds, duration_seconds, is_completed, told_at, told_by,
    type_at, type_by, duration_at, duration_by, updated_at, version)
  select id, concat('pgbench-', :item::text), 'movie', :seconds::integer, :duration::integer,
    :seconds::integer * 10 >= :duration::integer * 9, now() - :late::integer * interval '1 second', 'device-1',
    now() - :late::integer * interval '1 second', 'device-1', now() - :late::integer * interval '1 second', 'device-1',
    now(), 1
  from tv_profiles
  where id = ('00000000-0000-4000-8000-' || lpad(:person::text, 12, '0'))::uuid
    and owner_id = ('00000000-0000-4000-8000-' || lpad(:person::text, 12, '0'))::uuid
  on conflict (profile_id, item_id) do update set (
    progress_seconds, told_at, told_by, item_type, type_at, type_by, duration_seconds, duration_at, duration_by,
    is_completed, updated_at, version, told_in) = (
    select
      case when moves then excluded.progress_seconds else known.progress_seconds end,
      case when moves then excluded.told_at else known.told_at end,
      case when moves then excluded.told_by else known.told_by end,
      case when types then excluded.item_type else known.item_type end,
      case when types then excluded.type_at else known.type_at end,
      case when types then excluded.type_by else known.type_by end,
      case when lasts then excluded.duration_seconds else known.duration_seconds end,
      case when lasts then excluded.duration_at else known.duration_at end,
      case when lasts then excluded.duration_by else known.duration_by end,
      known.is_completed or completes,
      case when moves or types or lasts or completes then excluded.updated_at else known.updated_at end,
      known.version + case when moves or types or lasts or completes then 1 else 0 end,
      case when moves or types or lasts or completes then excluded.told_in else known.told_in end
    from (select
      (excluded.told_at, excluded.told_by, excluded.progress_seconds)
        > (known.told_at, known.told_by, known.progress_seconds) as moves,
      coalesce(
        (excluded.type_at, excluded.type_by, excluded.item_type) > (known.type_at, known.type_by, known.item_type),
        excluded.item_type is not null) as types,
      coalesce(
        (excluded.duration_at, excluded.duration_by, excluded.duration_seconds)
          > (known.duration_at, known.duration_by, known.duration_seconds),
        excluded.duration_seconds is not null) as lasts,
      excluded.is_completed and not known.is_completed as completes) as news)
  returning profile_id, item_id, item_type, progress_seconds, duration_seconds, is_completed, told_at, told_by,
    type_at, type_by, duration_at, duration_by, updated_at, version;
