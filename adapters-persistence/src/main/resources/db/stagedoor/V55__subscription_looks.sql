-- When the provider of a subscription is to be asked, also while all there is of it is a page to subscribe on.

alter table subscriptions
  -- The provider's name of the page to subscribe on.
  add column page_provider text,
  add column page_id       text,
  -- When the provider is to be asked next, and how often in a row it had no answer.
  add column look_at       timestamptz,
  add column unanswered    integer not null default 0 check (unanswered >= 0);

update subscriptions
  set look_at = coalesce(seen_at + interval '6 hours', created_at)
  where status <> 'ended';

alter table subscriptions
  alter column unanswered drop default,
  add constraint subscriptions_page_is_whole check ((page_provider is null) = (page_id is null)),
  add constraint subscriptions_are_looked_at_until_they_end check ((status = 'ended') = (look_at is null)),
  -- A page on which nobody subscribed ends unseen.
  drop constraint subscriptions_begin_unseen,
  add constraint subscriptions_begin_unseen check (seen_at is not null or status in ('incomplete', 'ended')),
  -- What was not paid stays so until it is, also while it rests.
  drop constraint subscriptions_unpaid_have_a_time,
  add constraint subscriptions_unpaid_have_a_time check (
    case
      when status in ('past_due', 'unpaid') then unpaid_since is not null
      when status in ('trialing', 'active', 'ended') then unpaid_since is null
      else true
    end);

drop index subscriptions_to_watch;
create index subscriptions_to_watch on subscriptions (look_at, id) where look_at is not null;
