-- What people pay for again and again, as the provider last said that it stands.

create table subscriptions (
  id                 uuid        primary key,
  holder_id          uuid        not null,
  price_provider     text        not null,
  price_id           text        not null,
  status             text        not null check (status in (
                                   'incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'ended')),
  -- The provider's names of it and of whoever pays, once they are known.
  ref_provider       text,
  ref_id             text,
  customer_provider  text,
  customer_id        text,
  paid_until         timestamptz,
  ends_at_period_end boolean     not null,
  -- Since when it is not paid, and how many mails told its holder.
  unpaid_since       timestamptz,
  reminders          integer     not null check (reminders >= 0),
  -- When the provider was asked for what this says.
  seen_at            timestamptz,
  ended_at           timestamptz,
  created_at         timestamptz not null,
  version            bigint      not null check (version > 0),

  constraint subscriptions_ref_is_whole check ((ref_provider is null) = (ref_id is null)),
  constraint subscriptions_customer_is_whole check ((customer_provider is null) = (customer_id is null)),
  constraint subscriptions_are_seen_whole check (
    (seen_at is null) = (ref_id is null)
    and (seen_at is null) = (customer_id is null)
    and (seen_at is null) = (paid_until is null)),
  constraint subscriptions_begin_unseen check (seen_at is not null or status = 'incomplete'),
  constraint subscriptions_unpaid_have_a_time check ((status in ('past_due', 'unpaid')) = (unpaid_since is not null)),
  constraint subscriptions_ended_have_a_time check ((status = 'ended') = (ended_at is not null))
);

create unique index subscriptions_by_ref on subscriptions (ref_provider, ref_id) where ref_id is not null;
create index subscriptions_of_holder on subscriptions (holder_id, created_at desc, id desc);
create index subscriptions_to_watch on subscriptions (seen_at, id) where status <> 'ended' and seen_at is not null;
