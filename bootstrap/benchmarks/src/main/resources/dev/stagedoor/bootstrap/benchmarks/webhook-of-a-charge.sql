-- A delivery about a charge that is none of ours.
\set n :n + 1
begin isolation level repeatable read read only;
select id, provider, delivery_id, topic, type, headers, body, status, attempts, error, received_at, applied_at
  from received_webhooks
  where provider = 'pgbench' and delivery_id = concat(:run::text, '-', :client_id::text, '-', :n::text);
commit;
begin isolation level repeatable read read only;
select id, version, subject_kind, subject_id, payer_id, amount_minor, currency, description, provider, status,
    charge_provider, charge_id, client_secret, decline_reason, decline_code, captured_minor, captured_currency,
    paid_at, next_check_at, checks, refunds, attention, created_at
  from payments where charge_provider = 'pgbench' and charge_id = concat('pi_', :n::text);
commit;
begin;
insert into received_webhooks (id, provider, delivery_id, topic, type, headers, body, status, attempts, error,
    received_at, applied_at)
  values (uuidv7(), 'pgbench', concat(:run::text, '-', :client_id::text, '-', :n::text), '', 'benchmark',
    :headers::jsonb, decode(:body, 'hex'), 'applied', 1, null, now(), now())
  on conflict (provider, delivery_id) do nothing;
commit;
