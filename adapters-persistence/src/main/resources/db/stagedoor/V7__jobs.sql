-- Work to be done after a commit. The table is db-scheduler's, with two columns of ours; a job is added by
-- a plain insert in the transaction that wants it done.

create table jobs (
  -- The handler's name, and the id of the thing it works on.
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null default false,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer     not null default 0,
  last_heartbeat       timestamptz,
  version              bigint      not null default 1,
  priority             smallint,
  -- How often in a row the handler found that it is too early; such runs are no failures.
  postponed            integer     not null default 0,
  -- Set when the job is added while it runs: what the run has not seen is seen by the next one.
  again_at             timestamptz,

  primary key (task_name, task_instance)
);

create index jobs_due on jobs (execution_time) where not picked;
create index jobs_running on jobs (last_heartbeat) where picked;
create index jobs_failing on jobs (consecutive_failures desc, execution_time)
  where consecutive_failures > 0;
