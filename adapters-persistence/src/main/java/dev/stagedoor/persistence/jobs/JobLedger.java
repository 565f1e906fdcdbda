package dev.stagedoor.persistence.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what came of a run. All of it holds only while the run is the current one: the version
 * changes when another instance takes the job over.
 */
@Singleton
final class JobLedger {
  private static final Logger LOG = LoggerFactory.getLogger(JobLedger.class);

  private static final String REMOVE =
      """
      delete from jobs
      where task_name = ? and task_instance = ? and version = ? and again_at is null
      """;

  private static final String RUN_AGAIN =
      """
      update jobs set
        picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
        last_success = clock_timestamp(), consecutive_failures = 0, postponed = 0,
        execution_time = again_at, again_at = null
      where task_name = ? and task_instance = ? and version = ?
      """;

  /**
   * Pauses from one second to ten minutes, each twice as long as the one before, and a bit more.
   */
  private static final String REPEAT_AFTER_FAILURE =
      """
      update jobs set
        picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
        last_failure = clock_timestamp(), consecutive_failures = consecutive_failures + 1,
        execution_time = least(again_at, clock_timestamp() + interval '1 second'
          * least(600, power(2, least(consecutive_failures, 10)) * (1 + random() * 0.25))),
        again_at = null
      where task_name = ? and task_instance = ? and version = ?
      """;

  private static final String REPEAT_LATER =
      """
      update jobs set
        picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
        postponed = postponed + 1,
        execution_time = least(again_at, clock_timestamp() + interval '1 second'
          * least(600, power(2, least(postponed, 10)) * (1 + random() * 0.25))),
        again_at = null
      where task_name = ? and task_instance = ? and version = ?
      """;

  private final DSLContext sql;
  private final JdbcUnitOfWork work;
  private final JobAlarm alarm;

  JobLedger(DSLContext sql, JdbcUnitOfWork work, JobAlarm alarm) {
    this.sql = sql;
    this.work = work;
    this.alarm = alarm;
  }

  /**
   * Removes a job that is done, unless it was added again meanwhile. In this order: a job that is
   * being added again makes the removal wait, and then find nothing to remove.
   */
  void done(Execution run) {
    work.run(
        () -> {
          if (execute(REMOVE, run) == 0) {
            mustBeCurrent(execute(RUN_AGAIN, run), run);
            work.afterCommit(alarm);
          }
        });
  }

  void failed(Execution run) {
    work.run(() -> mustBeCurrent(execute(REPEAT_AFTER_FAILURE, run), run));
  }

  void notYet(Execution run) {
    work.run(() -> mustBeCurrent(execute(REPEAT_LATER, run), run));
  }

  private int execute(String statement, Execution run) {
    return sql.execute(statement, run.getTaskName(), run.getId(), run.version);
  }

  private static void mustBeCurrent(int found, Execution run) {
    if (found == 0) {
      LOG.warn("{} {} was taken over by another instance", run.getTaskName(), run.getId());
    }
  }
}
