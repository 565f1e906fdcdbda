-- A client of pgbench's resellers is renewed, and the reseller pays.
\set n :n + 1
\set client random(0, :clients - 1)
\set number :first + :client
begin;
select id as client_id_, reseller_id, user_id, plan_id, begun_at, months, is_suspended, created_at, version
  from tv_clients where id = ('00000000-0000-4000-8000-' || lpad(:number::text, 12, '0'))::uuid
  for no key update
\gset
select id, price_id, name, monthly_minor, currency, max_profiles, max_playlists, max_favorites, features, created_at,
    archived_at, version
  from tv_plans where id = :plan_id::uuid;
update tv_clients set plan_id = :plan_id::uuid, begun_at = :begun_at::timestamptz, months = :months::integer + 1,
    paid_until = :begun_at::timestamptz + (:months::integer + 1) * interval '1 month', is_suspended = false,
    version = :version::bigint + 1
  where id = :client_id_::uuid and version = :version::bigint;
select tv_clients.id, tv_clients.user_id, tv_clients.paid_until, tv_clients.is_suspended, tv_clients.created_at,
    accounts.email, accounts.first_name, accounts.last_name, tv_plans.name, tv_plans.price_id
  from tv_clients join accounts on accounts.id = tv_clients.user_id join tv_plans on tv_plans.id = tv_clients.plan_id
  where tv_clients.reseller_id = :reseller_id::uuid and tv_clients.id = :client_id_::uuid;
with wanted as (
  select md5(concat(:run::text, '-', :client_id::text, '-', :n::text))::uuid as id, :reseller_id::uuid as account_id,
    'client_renewed' as kind, - :price::bigint as amount, 'Plan: viewer@example.org' as description,
    :client_id_::uuid as client_id, :reseller_id::uuid as actor_id, now() as at
), posted as (
  select * from credit_entries where id = (select id from wanted)
), account as (
  insert into credit_accounts as known (account_id, balance, entries)
  select account_id, greatest(amount, 0), 1 from wanted
  where not exists (select from posted)
    and (amount > 0 or exists (select from credit_accounts held where held.account_id = wanted.account_id))
  on conflict (account_id) do update
    set balance = known.balance + (select amount from wanted), entries = known.entries + 1
    where known.balance + (select amount from wanted) between 0 and 1000000000000
  returning balance, entries
), added as (
  insert into credit_entries (
    account_id, number, id, kind, amount, balance, description, client_id, actor_id, at)
  select account_id, entries, id, kind, amount, balance, description, client_id, actor_id, at
  from wanted, account
  returning *
)
select account_id, number, id, kind, amount, balance, description, client_id, actor_id, at from posted
union all
select account_id, number, id, kind, amount, balance, description, client_id, actor_id, at from added;
commit;
