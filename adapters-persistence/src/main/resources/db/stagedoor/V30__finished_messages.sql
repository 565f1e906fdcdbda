-- Finds the mails that are over and old enough to be removed.
create index messages_finished on messages (created_at) where status in ('sent', 'refused');

-- And the deliveries; those that failed stay.
create index received_webhooks_finished on received_webhooks (received_at)
  where status in ('applied', 'ignored');
