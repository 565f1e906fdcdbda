package dev.stagedoor.persistence.jobs;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqOutbox implements Outbox {
  /**
   * Adds a job, or brings one that waits forward. One that runs at this moment may have read what
   * was before this transaction, so it is told to run again.
   *
   * <p>A job that is due now by the clock of this instance is due now by the clock of the database,
   * which the schedulers go by.
   */
  private static final String ADD =
      """
      insert into jobs (task_name, task_instance, execution_time)
      values (?, ?, case when ? then least(cast(? as timestamptz), clock_timestamp()) else cast(? as timestamptz) end)
      on conflict (task_name, task_instance) do update set
        execution_time = case when jobs.picked then jobs.execution_time
                              else least(jobs.execution_time, excluded.execution_time) end,
        again_at = case when jobs.picked then least(jobs.again_at, excluded.execution_time) end,
        postponed = 0
      """;

  private final DSLContext sql;
  private final JdbcUnitOfWork work;
  private final JobAlarm alarm;

  JooqOutbox(DSLContext sql, JdbcUnitOfWork work, JobAlarm alarm) {
    this.sql = sql;
    this.work = work;
    this.alarm = alarm;
  }

  @Override
  public void add(Job job) {
    boolean isDue = !job.due().isAfter(Instant.now());
    sql.execute(ADD, job.name(), job.subject().toString(), isDue, job.due(), job.due());
    work.afterCommit(alarm);
  }
}
