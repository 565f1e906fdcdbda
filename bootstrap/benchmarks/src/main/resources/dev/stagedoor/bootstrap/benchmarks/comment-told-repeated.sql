-- A webhook that came before.
begin;
insert into received_webhooks (id, provider, delivery_id, topic, type, headers, body, status, attempts, error,
    received_at, applied_at)
  values (uuidv7(), 'pgbench', concat(:run::text, '-', :client_id::text, '-', :n::text), '', 'benchmark',
    :headers::jsonb, decode(:body, 'hex'), 'applied', 1, null, now(), now())
  on conflict (provider, delivery_id) do nothing;
commit;
