-- People: accounts, the links that let them set a password, and what the local identity provider keeps.
--
-- In all tables: ids are uuids made by the application, times are timestamptz, states are lower-case codes
-- guarded by a check, version counts the saves of an aggregate from 1, and rows of different aggregates
-- point at each other by id without a foreign key, as the aggregates do.

create table accounts (
  id                uuid        primary key,
  -- Who signs in: the identity provider, and the subject it knows the person by.
  identity_provider text        not null,
  identity_subject  text        not null,
  email             text        not null,
  first_name        text        not null,
  last_name         text        not null,
  role              text        not null check (role in ('user', 'funeral_director', 'teacher', 'reseller', 'admin')),
  status            text        not null check (status in ('registering', 'invited', 'active', 'suspended')),
  language          text        not null check (language in ('en', 'es', 'fr', 'de', 'pt', 'it', 'ar', 'hi')),
  created_at        timestamptz not null,
  version           bigint      not null check (version > 0)
);

create unique index accounts_by_email on accounts (email);
create unique index accounts_by_identity on accounts (identity_provider, identity_subject);

-- One link at most per account and purpose: a new one takes the place of the old, used or not.
create table account_links (
  user_id    uuid        not null,
  purpose    text        not null check (purpose in ('invitation', 'password_reset')),
  id         uuid        not null,
  token_hash text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,

  primary key (user_id, purpose)
);

create unique index account_links_by_token on account_links (token_hash);

create table local_credentials (
  subject       text    primary key,
  email         text    not null,
  display_name  text    not null,
  -- A PHC string; without one nobody can sign in.
  password_hash text,
  role          text    not null,
  is_admin      boolean not null
);

create unique index local_credentials_by_email on local_credentials (email);

create table local_sessions (
  id         uuid        primary key,
  subject    text        not null references local_credentials on delete cascade,
  -- The hash of the one token that is good now.
  token_hash text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create unique index local_sessions_by_token on local_sessions (token_hash);
create index local_sessions_by_subject on local_sessions (subject) where revoked_at is null;
create index local_sessions_by_end on local_sessions (expires_at);

-- Tokens that were exchanged for the next one. One of them seen again means that it was stolen.
create table used_session_tokens (
  token_hash text primary key,
  session_id uuid not null references local_sessions on delete cascade
);

create index used_session_tokens_by_session on used_session_tokens (session_id);
