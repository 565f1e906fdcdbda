-- What the provider has for an invoice besides, by its own ids: it is to be taken back there.

alter table invoices add column unwanted jsonb not null default '[]' check (jsonb_typeof(unwanted) = 'array');
