-- Whom resellers serve, and the credits they pay with.

create table tv_clients (
  id           uuid        primary key,
  reseller_id  uuid        not null,
  -- The account; one reseller serves it.
  user_id      uuid        not null,
  -- By which the reseller made them, so that asking again makes nobody else.
  key          text,
  plan_id      uuid        not null,
  -- Paid for so many months, each by the day of the month that the first began on.
  begun_at     timestamptz not null,
  months       integer     not null check (months > 0),
  paid_until   timestamptz not null,
  is_suspended boolean     not null,
  created_at   timestamptz not null,
  version      bigint      not null check (version > 0),

  constraint tv_clients_one_reseller unique (user_id),
  constraint tv_clients_by_key unique (reseller_id, key),
  constraint tv_clients_paid_after_they_began check (paid_until > begun_at)
);

create index tv_clients_newest on tv_clients (reseller_id, created_at desc, id desc);

-- What each account holds, and how many entries say so.
create table credit_accounts (
  account_id uuid   primary key,
  balance    bigint not null check (balance between 0 and 1000000000000),
  entries    bigint not null check (entries > 0)
)
-- Room for the versions of a row that changes all the time, so that they stay on its page.
with (fillfactor = 50);

-- The ledger: numbered without gaps for each account, with what was there after each entry.
create table credit_entries (
  account_id  uuid        not null,
  number      bigint      not null check (number > 0),
  id          uuid        not null,
  kind        text        not null check (kind in ('grant', 'deduction', 'client_created', 'client_renewed')),
  amount      bigint      not null check (amount <> 0),
  balance     bigint      not null check (balance >= 0),
  description text        not null,
  client_id   uuid,
  actor_id    uuid,
  at          timestamptz not null,

  primary key (account_id, number),
  constraint credit_entries_once unique (id)
);

create index credit_entries_by_time on credit_entries (at);

create function refuse_to_change_the_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the ledger are added, never changed or removed';
end
$$;

create trigger credit_entries_are_only_added
  before update or delete or truncate on credit_entries
  for each statement execute function refuse_to_change_the_ledger();
