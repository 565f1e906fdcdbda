-- What admins did: who, to what, why, and how it stood before and after.

create table audit_entries (
  id           uuid        primary key,
  at           timestamptz not null,
  -- Nobody where the system did it itself.
  actor_id     uuid,
  action       text        not null,
  subject_kind text        not null,
  subject_id   uuid        not null,
  reason       text        not null,
  before       jsonb       not null check (jsonb_typeof(before) = 'object'),
  after        jsonb       not null check (jsonb_typeof(after) = 'object')
);

create index audit_entries_newest on audit_entries (at desc, id desc);
create index audit_entries_of_actor on audit_entries (actor_id, at desc, id desc);
create index audit_entries_of_subject on audit_entries (subject_id, at desc, id desc);

-- For tables that only grow, whoever asks for something else.
create function stagedoor_only_grows() returns trigger language plpgsql as $$
begin
  raise exception '% only grows', tg_table_name;
end
$$;

create trigger audit_entries_only_grow before update or delete or truncate on audit_entries
  for each statement execute function stagedoor_only_grows();
