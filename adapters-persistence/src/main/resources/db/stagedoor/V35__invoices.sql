-- What customers are asked to pay, in somebody's name, at one provider; the lines live inside.

create table invoices (
  id                 uuid        primary key,
  owner_kind         text        not null,
  owner_id           uuid        not null,
  subject_kind       text        not null,
  subject_id         uuid        not null,
  provider           text        not null,
  customer_reference text        not null,
  customer_name      text        not null,
  customer_email     text,
  lines              jsonb       not null check (jsonb_typeof(lines) = 'array' and lines <> '[]'),
  currency           char(3)     not null,
  -- The sum of the lines.
  total_minor        bigint      not null check (total_minor >= 0),
  memo               text        not null,
  due_seconds        bigint      not null check (due_seconds > 0),
  status             text        not null check (status in ('draft', 'sent', 'paid', 'void', 'error')),
  problem_kind       text        check (problem_kind in (
                                   'nothing_to_pay', 'refused', 'not_authorised', 'payment_failed')),
  problem_code       text,
  -- The provider's invoice, once there is one.
  ref_provider       text,
  ref_id             text,
  page               text,
  round              integer     not null check (round > 0),
  is_doubtful        boolean     not null,
  -- Until when somebody has the right to write it.
  writing_until      timestamptz,
  -- When the provider is to be asked again; nothing when there is nothing to find out.
  next_check_at      timestamptz,
  checks             integer     not null check (checks >= 0),
  sent_at            timestamptz,
  paid_at            timestamptz,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  version            bigint      not null check (version > 0),
  -- Whether it was void and is no more: the provider has the last word on what was paid.
  once_void          boolean     not null default false,

  constraint invoices_problem_is_whole check ((problem_kind is null) = (problem_code is null)),
  -- A payment that failed stays in mind after a retry, until the provider says otherwise.
  constraint invoices_in_error_say_why check (
    case
      when status = 'error' then problem_kind is not null
      when status in ('draft', 'sent') then problem_kind is null or problem_kind = 'payment_failed'
      else problem_kind is null
    end),
  constraint invoices_ref_is_whole check ((ref_provider is null) = (ref_id is null)),
  constraint invoices_paid_have_a_time check ((status = 'paid') = (paid_at is not null))
);

-- A customer has one at a time. What was paid after it had been void is no reason to forget the payment.
create unique index invoices_one_for_a_customer on invoices (subject_kind, subject_id, customer_reference)
  where status <> 'void' and not once_void;
create index invoices_by_subject on invoices (subject_kind, subject_id);
-- No invoice of a provider is ours twice.
create unique index invoices_by_ref on invoices (ref_provider, ref_id);
create index invoices_due_for_check on invoices (next_check_at) where next_check_at is not null;

-- Claims and their invoice are written in one transaction, in any order.
alter table claims add constraint claims_invoice foreign key (invoice_id) references invoices
  deferrable initially deferred;
