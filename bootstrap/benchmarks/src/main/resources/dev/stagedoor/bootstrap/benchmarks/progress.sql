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
  on conflict (profile_id, item_id) do update set
    progress_seconds = case when ((excluded.told_at, excluded.told_by) > (known.told_at, known.told_by)
      or ((excluded.told_at, excluded.told_by) = (known.told_at, known.told_by)
        and excluded.progress_seconds > known.progress_seconds)) then excluded.progress_seconds else known.progress_seconds end,
    told_at = case when ((excluded.told_at, excluded.told_by) > (known.told_at, known.told_by)
      or ((excluded.told_at, excluded.told_by) = (known.told_at, known.told_by)
        and excluded.progress_seconds > known.progress_seconds)) then excluded.told_at else known.told_at end,
    told_by = case when ((excluded.told_at, excluded.told_by) > (known.told_at, known.told_by)
      or ((excluded.told_at, excluded.told_by) = (known.told_at, known.told_by)
        and excluded.progress_seconds > known.progress_seconds)) then excluded.told_by else known.told_by end,
    item_type = case when (excluded.item_type is not null
      and (known.item_type is null
        or (excluded.type_at, excluded.type_by) > (known.type_at, known.type_by)
        or ((excluded.type_at, excluded.type_by) = (known.type_at, known.type_by)
          and excluded.item_type > known.item_type))) then excluded.item_type else known.item_type end,
    type_at = case when (excluded.item_type is not null
      and (known.item_type is null
        or (excluded.type_at, excluded.type_by) > (known.type_at, known.type_by)
        or ((excluded.type_at, excluded.type_by) = (known.type_at, known.type_by)
          and excluded.item_type > known.item_type))) then excluded.type_at else known.type_at end,
    type_by = case when (excluded.item_type is not null
      and (known.item_type is null
        or (excluded.type_at, excluded.type_by) > (known.type_at, known.type_by)
        or ((excluded.type_at, excluded.type_by) = (known.type_at, known.type_by)
          and excluded.item_type > known.item_type))) then excluded.type_by else known.type_by end,
    duration_seconds = case when (excluded.duration_seconds is not null
      and (known.duration_seconds is null
        or (excluded.duration_at, excluded.duration_by) > (known.duration_at, known.duration_by)
        or ((excluded.duration_at, excluded.duration_by) = (known.duration_at, known.duration_by)
          and excluded.duration_seconds > known.duration_seconds))) then excluded.duration_seconds else known.duration_seconds end,
    duration_at = case when (excluded.duration_seconds is not null
      and (known.duration_seconds is null
        or (excluded.duration_at, excluded.duration_by) > (known.duration_at, known.duration_by)
        or ((excluded.duration_at, excluded.duration_by) = (known.duration_at, known.duration_by)
          and excluded.duration_seconds > known.duration_seconds))) then excluded.duration_at else known.duration_at end,
    duration_by = case when (excluded.duration_seconds is not null
      and (known.duration_seconds is null
        or (excluded.duration_at, excluded.duration_by) > (known.duration_at, known.duration_by)
        or ((excluded.duration_at, excluded.duration_by) = (known.duration_at, known.duration_by)
          and excluded.duration_seconds > known.duration_seconds))) then excluded.duration_by else known.duration_by end,
    updated_at = case when (((excluded.told_at, excluded.told_by) > (known.told_at, known.told_by)
      or ((excluded.told_at, excluded.told_by) = (known.told_at, known.told_by)
        and excluded.progress_seconds > known.progress_seconds))
      or (excluded.item_type is not null
      and (known.item_type is null
        or (excluded.type_at, excluded.type_by) > (known.type_at, known.type_by)
        or ((excluded.type_at, excluded.type_by) = (known.type_at, known.type_by)
          and excluded.item_type > known.item_type)))
      or (excluded.duration_seconds is not null
      and (known.duration_seconds is null
        or (excluded.duration_at, excluded.duration_by) > (known.duration_at, known.duration_by)
        or ((excluded.duration_at, excluded.duration_by) = (known.duration_at, known.duration_by)
          and excluded.duration_seconds > known.duration_seconds)))
      or (excluded.is_completed and not known.is_completed)) then excluded.updated_at else known.updated_at end,
    is_completed = known.is_completed or excluded.is_completed,
    version = known.version + case when (((excluded.told_at, excluded.told_by) > (known.told_at, known.told_by)
      or ((excluded.told_at, excluded.told_by) = (known.told_at, known.told_by)
        and excluded.progress_seconds > known.progress_seconds))
      or (excluded.item_type is not null
      and (known.item_type is null
        or (excluded.type_at, excluded.type_by) > (known.type_at, known.type_by)
        or ((excluded.type_at, excluded.type_by) = (known.type_at, known.type_by)
          and excluded.item_type > known.item_type)))
      or (excluded.duration_seconds is not null
      and (known.duration_seconds is null
        or (excluded.duration_at, excluded.duration_by) > (known.duration_at, known.duration_by)
        or ((excluded.duration_at, excluded.duration_by) = (known.duration_at, known.duration_by)
          and excluded.duration_seconds > known.duration_seconds)))
      or (excluded.is_completed and not known.is_completed)) then 1 else 0 end
  returning profile_id, item_id, item_type, progress_seconds, duration_seconds, is_completed, told_at, told_by,
    type_at, type_by, duration_at, duration_by, updated_at, version;
