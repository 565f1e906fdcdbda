-- A delivery that was kept before, about which a provider would be asked.
begin isolation level repeatable read read only;
select id, provider, delivery_id, topic, type, headers, body, status, attempts, error, received_at, applied_at
  from received_webhooks
  where provider = 'pgbench' and delivery_id = concat(:run::text, '-', :client_id::text, '-', :n::text);
commit;
