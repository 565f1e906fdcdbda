-- Signatures of calls that other services of the house made, so that none is taken twice.

create table service_calls (
  signature text        primary key,
  signed_at timestamptz not null
);

create index service_calls_by_age on service_calls (signed_at);
