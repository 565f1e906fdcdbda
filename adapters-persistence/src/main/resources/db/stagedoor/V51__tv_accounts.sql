-- Subscription TV: who watches, what they may have, and as whom.

create table tv_subscribers (
  -- That of the account.
  id            uuid        primary key,
  since         timestamptz not null,
  -- Nothing where the person had their trial under another account.
  trial_ends_at timestamptz
);

create index tv_subscribers_in_trial on tv_subscribers (trial_ends_at) where trial_ends_at is not null;

-- Who had a trial, for good: SHA-256 of what stands for the person behind an address.
create table tv_trials (
  person_hash text        primary key,
  user_id     uuid        not null,
  claimed_at  timestamptz not null
);

create table tv_plans (
  id            uuid        primary key,
  -- The provider's name of its price.
  price_id      text        not null,
  name          text        not null,
  monthly_minor bigint      not null check (monthly_minor >= 0),
  currency      text        not null,
  max_profiles  integer     not null check (max_profiles > 0),
  max_playlists integer     not null check (max_playlists >= 0),
  max_favorites integer     not null check (max_favorites >= 0),
  features      jsonb       not null check (jsonb_typeof(features) = 'object'),
  created_at    timestamptz not null,
  archived_at   timestamptz,
  version       bigint      not null check (version > 0)
);

-- Of one price one plan at most is offered.
create unique index tv_plans_offered_by_price on tv_plans (price_id) where archived_at is null;
create index tv_plans_by_price on tv_plans (price_id);

create table tv_profiles (
  id           uuid        primary key,
  owner_id     uuid        not null,
  name         text        not null,
  avatar_url   text,
  is_kids      boolean     not null,
  -- A salted hash, encrypted, bound to the profile.
  pin_hash     text,
  wrong_pins   integer     not null check (wrong_pins >= 0),
  locked_until timestamptz,
  created_at   timestamptz not null,
  version      bigint      not null check (version > 0)
);

create index tv_profiles_of_owner on tv_profiles (owner_id, created_at, id);

create table tv_profile_tokens (
  -- SHA-256 of the token, which is kept nowhere.
  token_hash text        primary key,
  profile_id uuid        not null references tv_profiles on delete cascade,
  owner_id   uuid        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create index tv_profile_tokens_of_profile on tv_profile_tokens (profile_id);
create index tv_profile_tokens_by_end on tv_profile_tokens (expires_at);

-- Admins list accounts, the newest first.
create index accounts_newest on accounts (created_at desc, id desc);
