-- What the provider took, which need not be what was asked for; and why a person must look.

alter table payments
  add column captured_minor    bigint check (captured_minor >= 0),
  add column captured_currency char(3),
  add column attention         text check (attention in ('capture_differs', 'refund_failed', 'surplus_kept'));

update payments
set captured_minor = amount_minor, captured_currency = currency
where status in ('succeeded', 'partially_refunded', 'refunded');

alter table payments
  add constraint payments_captured_is_whole check ((captured_minor is null) = (captured_currency is null)),
  add constraint payments_paid_were_captured check (
    captured_minor is not null or status not in ('succeeded', 'partially_refunded', 'refunded'));

-- All refunds so far were asked for here.
update payments
set refunds = (
  select jsonb_agg(refund || jsonb_build_object('origin', 'asked') order by place)
  from jsonb_array_elements(refunds) with ordinality as all_of_them (refund, place))
where refunds <> '[]';

create index payments_needing_attention on payments (created_at, id) where attention is not null;
