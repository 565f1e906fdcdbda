-- A person may have to look at a payment for several reasons at once.

drop index payments_needing_attention;

alter table payments drop constraint payments_attention_check;
alter table payments alter column attention type jsonb
  using case when attention is null then '[]'::jsonb else jsonb_build_array(attention) end;
alter table payments alter column attention set not null;
alter table payments add constraint payments_attention_check check (
  jsonb_typeof(attention) = 'array'
  and attention <@ '["capture_differs", "refund_failed", "surplus_kept", "second_charge", "disputed"]'::jsonb);

create index payments_needing_attention on payments (created_at, id) where attention <> '[]';
