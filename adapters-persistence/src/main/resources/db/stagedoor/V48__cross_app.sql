-- Who went from here to a ticketing system, and what it asked about them.

create table cross_app_sessions (
  id             uuid        primary key,
  -- SHA-256 of what travels through the browser, and of what it was exchanged for; both are kept nowhere.
  token_hash     text        not null,
  reference_hash text,
  user_id        uuid        not null,
  account_id     uuid        not null,
  app            text        not null,
  event_id       uuid,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  ends_at        timestamptz not null,
  last_used_at   timestamptz,

  constraint cross_app_sessions_token_once unique (token_hash),
  constraint cross_app_sessions_reference_once unique (reference_hash),
  constraint cross_app_sessions_end check (expires_at <= ends_at),
  constraint cross_app_sessions_are_used_once_exchanged check ((reference_hash is null) = (last_used_at is null))
);

create index cross_app_sessions_by_age on cross_app_sessions (expires_at);

-- The record of that, which is never changed; it outlives the sessions.
create table cross_app_uses (
  id         uuid        primary key,
  at         timestamptz not null,
  action     text        not null check (action in ('generate', 'validate', 'accounts', 'permission')),
  session_id uuid,
  user_id    uuid,
  account_id uuid,
  event_id   uuid,
  -- The name of the error; nothing for what was allowed.
  refusal    text,
  detail     text        not null,
  address    text        not null
);

create index cross_app_uses_newest on cross_app_uses (at desc, id desc);
