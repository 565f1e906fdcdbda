-- Answers to requests that carried an Idempotency-Key. Without an answer the request still runs.

create table idempotency_records (
  -- Whose key it is: principal, method and path.
  scope        text        not null,
  key          text        not null,
  body_hash    text        not null,
  started_at   timestamptz not null,
  status       integer,
  content_type text,
  body         bytea,

  primary key (scope, key),
  constraint idempotency_records_answer_is_whole check (num_nulls(status, content_type, body) in (0, 3))
);

create index idempotency_records_by_age on idempotency_records (started_at);
