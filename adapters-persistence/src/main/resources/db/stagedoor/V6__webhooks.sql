-- Every trusted delivery of a provider, once, and what became of it.

create table received_webhooks (
  id          uuid        primary key,
  provider    text        not null,
  -- The provider's own id of the delivery, the same at a repetition.
  delivery_id text        not null,
  topic       text        not null,
  type        text        not null,
  headers     jsonb       not null,
  body        bytea       not null,
  status      text        not null check (status in ('applied', 'ignored', 'failed')),
  attempts    integer     not null check (attempts >= 0),
  error       text,
  received_at timestamptz not null,
  applied_at  timestamptz
);

create unique index received_webhooks_by_delivery on received_webhooks (provider, delivery_id);
create index received_webhooks_newest on received_webhooks (received_at desc, id desc);
create index received_webhooks_failed on received_webhooks (received_at desc, id desc)
  where status = 'failed';
