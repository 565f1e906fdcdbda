-- One amount that one payer owes for one subject, at one provider; refunds live inside.

create table payments (
  id              uuid        primary key,
  -- What it is for, in the words of the area that asked.
  subject_kind    text        not null,
  subject_id      uuid        not null,
  payer_id        uuid        not null,
  amount_minor    bigint      not null check (amount_minor > 0),
  currency        char(3)     not null,
  description     text        not null,
  provider        text        not null,
  status          text        not null check (status in (
                                'opening', 'awaiting_payer', 'processing', 'declined',
                                'succeeded', 'partially_refunded', 'refunded', 'cancelled')),
  -- The provider's charge, once there is one.
  charge_provider text,
  charge_id       text,
  -- Encrypted.
  client_secret   text,
  decline_reason  text        check (decline_reason in (
                                'card_declined', 'insufficient_funds', 'expired_card',
                                'authentication_failed', 'network_error', 'other')),
  decline_code    text,
  paid_at         timestamptz,
  -- When the provider is to be asked again; nothing when there is nothing to find out.
  next_check_at   timestamptz,
  checks          integer     not null check (checks >= 0),
  refunds         jsonb       not null check (jsonb_typeof(refunds) = 'array'),
  created_at      timestamptz not null,
  version         bigint      not null check (version > 0),

  constraint payments_charge_is_whole check ((charge_provider is null) = (charge_id is null)),
  constraint payments_decline_is_whole check ((decline_reason is null) = (decline_code is null)),
  constraint payments_paid_have_a_time check (
    paid_at is not null or status not in ('succeeded', 'partially_refunded', 'refunded'))
);

-- No charge pays twice.
create unique index payments_by_charge on payments (charge_provider, charge_id);
create index payments_by_subject on payments (subject_kind, subject_id);
create index payments_due_for_check on payments (next_check_at) where next_check_at is not null;
