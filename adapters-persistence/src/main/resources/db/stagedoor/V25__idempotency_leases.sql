-- Whoever runs a request holds its key on a lease: when a holder dies, the next one may take the key.

alter table idempotency_records
  add column holder     uuid        not null default gen_random_uuid(),
  add column held_until timestamptz not null default now() + interval '2 minutes',
  add column kept_until timestamptz not null default now() + interval '24 hours';

-- Records written before know only when they began; servers of the last version may still write such.
update idempotency_records
   set held_until = started_at + interval '2 minutes',
       kept_until = started_at + interval '24 hours';

drop index idempotency_records_by_age;
create index idempotency_records_by_end on idempotency_records (kept_until);
