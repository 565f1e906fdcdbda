-- What happened, what it adds up to, and how the server did.

create table analytics_facts (
  -- Made of what happened, so that nothing is there twice.
  id         uuid        primary key,
  at         timestamptz not null,
  kind       text        not null check (kind in (
                           'signed_up', 'trial_started', 'trial_converted', 'started_trial_converted', 'active',
                           'subscribed', 'reactivated', 'upgraded', 'downgraded', 'churned', 'plan_taken', 'plan_left',
                           'credits_granted', 'credits_spent', 'client_created', 'client_renewed', 'client_served')),
  who        uuid,
  -- A plan, a reseller; empty where it is counted by nothing else. The currency is empty where the amount is no money.
  what       text        not null,
  amount     bigint      not null,
  currency   text        not null,
  -- Whether the sums have it.
  is_counted boolean     not null
);

create index analytics_facts_to_count on analytics_facts (at, id) where not is_counted;
create index analytics_facts_by_what on analytics_facts (kind, at) where what <> '';

-- Only whether they are counted changes.
create trigger analytics_facts_only_grow
  before update of id, at, kind, who, what, amount, currency or delete or truncate on analytics_facts
  for each statement execute function stagedoor_only_grows();

-- Sums by days of UTC and by quarters of an hour, of which the days of every zone are made.
create table analytics_counts (
  span     text        not null check (span in ('day', 'quarter_hour')),
  kind     text        not null,
  start    timestamptz not null,
  currency text        not null,
  count    bigint      not null,
  amount   bigint      not null,

  primary key (span, kind, start, currency)
);

-- Sums by what facts are counted by, by days and months of UTC.
create table analytics_parts (
  span     text        not null check (span in ('month', 'day')),
  kind     text        not null,
  start    timestamptz not null,
  what     text        not null,
  currency text        not null,
  count    bigint      not null,
  amount   bigint      not null,

  primary key (span, kind, start, what, currency)
);

-- In which weeks and months of UTC somebody was here, by their first days.
create table analytics_people (
  who    uuid   primary key,
  weeks  date[] not null,
  months date[] not null
);

-- Of those who were first here in one week or month, how many were in another one.
create table analytics_cohorts (
  period text   not null check (period in ('week', 'month')),
  cohort date   not null,
  start  date   not null,
  people bigint not null,

  primary key (period, cohort, start)
);

create index analytics_cohorts_by_start on analytics_cohorts (period, start);

-- What each subscription was last counted for: nothing once it is paid for no more.
create table analytics_paid_plans (
  subscription_id uuid   primary key,
  holder_id       uuid   not null,
  changes         bigint not null check (changes > 0),
  plan            text,
  monthly_minor   bigint,
  currency        text,

  constraint analytics_paid_plans_are_whole check (
    (plan is null) = (monthly_minor is null) and (plan is null) = (currency is null))
);

create index analytics_paid_plans_of_holder on analytics_paid_plans (holder_id);

-- Requests by kind of device, or by group of routes, whichever is not empty. The latencies are counts by slot.
create table analytics_requests (
  span      text        not null check (span in ('day', 'quarter_day', 'hour', 'quarter_hour')),
  start     timestamptz not null,
  device    text        not null,
  route     text        not null,
  requests  bigint      not null,
  errors    bigint      not null,
  refusals  bigint      not null,
  latencies bigint[]    not null,

  primary key (span, start, device, route),
  constraint analytics_requests_by_one check ((device = '') <> (route = ''))
);

create table analytics_system (
  start            timestamptz primary key,
  readings         bigint      not null,
  cpu_sum          bigint      not null,
  cpu_most         bigint      not null,
  heap_sum         bigint      not null,
  heap_most        bigint      not null,
  connections_sum  bigint      not null,
  connections_most bigint      not null
);

-- What happened before: as far as can be told from what is there. Ids are made as the application makes them.
create function analytics_fact_id(kind text, name text) returns uuid language sql immutable as $$
  select cast(
    overlay(
      overlay(hash placing '3' from 13 for 1)
      placing substr('89ab', (get_byte(decode(hash, 'hex'), 8) / 16) % 4 + 1, 1) from 17 for 1) as uuid)
  from (select md5(kind || ' ' || name) as hash) as hashed
$$;

insert into analytics_facts (id, at, kind, who, what, amount, currency, is_counted)
select analytics_fact_id('signed_up', cast(id as text)), since, 'signed_up', id, '', 0, '', false
from tv_subscribers
union all
select analytics_fact_id('trial_started', cast(id as text)), since, 'trial_started', id, '', 0, '', false
from tv_subscribers
where trial_ends_at is not null;

-- A subscription that was ever seen, but as one whose first payment is not through, counts from its beginning on by its
-- price of today; until it ended or was last looked at, where it is not paid for now. What happened between is not known.
create temporary table backfilled on commit drop as
select
  subscriptions.id, holder_id, status, plan.price_id, plan.monthly_minor, plan.currency,
  subscriptions.created_at as begun_at,
  case when status not in ('active', 'past_due') then greatest(
    coalesce(ended_at, unpaid_since, seen_at), subscriptions.created_at) end as left_at,
  row_number() over (partition by holder_id order by subscriptions.created_at, subscriptions.id) as place
from subscriptions
cross join lateral (
  select price_id, currency, monthly_minor from tv_plans
  where tv_plans.price_id = subscriptions.price_id
  order by archived_at is null desc, created_at desc, id desc
  limit 1) as plan
where seen_at is not null and status not in ('incomplete', 'trialing');

insert into analytics_facts (id, at, kind, who, what, amount, currency, is_counted)
select analytics_fact_id(kind, id || ' ' || change), at, kind, holder_id, what, amount, currency, false
from backfilled
cross join lateral (
  values
    ('plan_taken', 1, begun_at, price_id, monthly_minor),
    (case when place = 1 then 'subscribed' else 'reactivated' end, 1, begun_at, '', monthly_minor),
    ('plan_left', 2, left_at, price_id, -monthly_minor),
    ('churned', 2, left_at, '', -monthly_minor)) as news (kind, change, at, what, amount)
where at is not null;

insert into analytics_paid_plans (subscription_id, holder_id, changes, plan, monthly_minor, currency)
select
  id, holder_id, case when left_at is null then 1 else 2 end,
  case when left_at is null then price_id end,
  case when left_at is null then monthly_minor end,
  case when left_at is null then currency end
from backfilled;

insert into analytics_facts (id, at, kind, who, what, amount, currency, is_counted)
select analytics_fact_id(kind, cast(holder_id as text)), at, kind, holder_id, '', 0, '', false
from backfilled
join tv_subscribers on tv_subscribers.id = holder_id and trial_ends_at is not null
cross join lateral (
  values ('trial_converted', begun_at), ('started_trial_converted', since)) as news (kind, at)
where place = 1;

insert into analytics_facts (id, at, kind, who, what, amount, currency, is_counted)
select analytics_fact_id('credits_granted', cast(id as text)), at, 'credits_granted', account_id, '', amount, '', false
from credit_entries
where kind in ('grant', 'deduction')
union all
select
  analytics_fact_id('credits_spent', cast(id as text)), at, 'credits_spent', account_id, cast(account_id as text),
  -amount, '', false
from credit_entries
where kind in ('client_created', 'client_renewed')
union all
-- By the entry that paid for it; how often the client was changed before is not known.
select
  analytics_fact_id('client_renewed', client_id || ' by ' || id), at, 'client_renewed', account_id,
  cast(account_id as text), 0, '', false
from credit_entries
where kind = 'client_renewed'
union all
select
  analytics_fact_id('client_created', id || ' 0'), created_at, 'client_created', reseller_id,
  cast(reseller_id as text), 0, '', false
from tv_clients
union all
-- Each as if it was served from its beginning on: until what is paid ends, or until now where it is suspended.
select analytics_fact_id('client_served', id || ' 0 more'), created_at, 'client_served', reseller_id, '', 1, '', false
from tv_clients
union all
select
  analytics_fact_id('client_served', id || ' 0 less'),
  case when is_suspended then least(paid_until, now()) else paid_until end, 'client_served', reseller_id, '', -1, '',
  false
from tv_clients;

drop function analytics_fact_id(text, text);
