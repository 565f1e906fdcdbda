-- Teams that sell in shows, and who operates them.

create table workspaces (
  id         uuid        primary key,
  name       text        not null,
  currency   char(3)     not null,
  plan       text        not null check (plan in ('free', 'starter', 'pro', 'business')),
  created_at timestamptz not null,
  version    bigint      not null check (version > 0)
);

create index workspaces_newest on workspaces (created_at desc, id desc);

create table workspace_operators (
  workspace_id uuid    not null references workspaces on delete cascade,
  user_id      uuid    not null references accounts,
  -- In which order they came.
  position     integer not null check (position >= 0),

  primary key (workspace_id, user_id)
);

create index workspace_operators_by_user on workspace_operators (user_id);
