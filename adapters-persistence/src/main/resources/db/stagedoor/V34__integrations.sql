-- The connections of workspaces to providers, one for each, for good; and who set out to make one.

create table integrations (
  workspace_id      uuid        not null references workspaces on delete cascade,
  provider          text        not null,
  -- What webhooks and invoices call it by.
  id                uuid        not null unique,
  display_name      text        not null,
  -- What shows people whose it is.
  account           text        not null,
  -- By which the provider names it: a page, or the account of a merchant who gave leave.
  connected_account text,
  -- Encrypted, bound to workspace and provider.
  credentials       text,
  problem           text        check (problem in ('not_a_key', 'revoked', 'not_permitted', 'wrong_site')),
  currency          char(3),
  memo_template     text        not null,
  days_until_due    integer     not null check (days_until_due between 1 and 365),
  connected_at      timestamptz,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  version           bigint      not null check (version > 0),

  primary key (workspace_id, provider),
  constraint integrations_connected_have_credentials check ((credentials is null) = (connected_at is null)),
  constraint integrations_only_connected_ones_have_an_account check (
    credentials is not null or connected_account is null),
  constraint integrations_only_connected_ones_are_broken check (credentials is not null or problem is null)
);

create index integrations_by_account on integrations (provider, connected_account)
  where connected_account is not null;

create table consent_states (
  -- SHA-256 of what travels, which is kept nowhere.
  state_hash   text        primary key,
  workspace_id uuid        not null references workspaces on delete cascade,
  provider     text        not null,
  user_id      uuid        not null references accounts on delete cascade,
  expires_at   timestamptz not null
);

create index consent_states_by_age on consent_states (expires_at);
