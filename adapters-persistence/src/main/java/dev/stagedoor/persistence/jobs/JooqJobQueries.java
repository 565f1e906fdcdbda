package dev.stagedoor.persistence.jobs;

import static dev.stagedoor.persistence.jobs.JobTables.CONSECUTIVE_FAILURES;
import static dev.stagedoor.persistence.jobs.JobTables.EXECUTION_TIME;
import static dev.stagedoor.persistence.jobs.JobTables.JOBS;
import static dev.stagedoor.persistence.jobs.JobTables.LAST_FAILURE;
import static dev.stagedoor.persistence.jobs.JobTables.PICKED;
import static dev.stagedoor.persistence.jobs.JobTables.TASK_INSTANCE;
import static dev.stagedoor.persistence.jobs.JobTables.TASK_NAME;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;

import dev.stagedoor.application.jobs.JobView;
import dev.stagedoor.application.port.JobQueries;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqJobQueries implements JobQueries {
  private static final Field<Instant> NOW = field("clock_timestamp()", SQLDataType.INSTANT);

  private final DSLContext sql;
  private final JdbcUnitOfWork work;
  private final JobAlarm alarm;

  JooqJobQueries(DSLContext sql, JdbcUnitOfWork work, JobAlarm alarm) {
    this.sql = sql;
    this.work = work;
    this.alarm = alarm;
  }

  @Override
  public Page<JobView> list(boolean failingOnly, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(
                TASK_NAME,
                TASK_INSTANCE,
                EXECUTION_TIME,
                PICKED,
                CONSECUTIVE_FAILURES,
                LAST_FAILURE)
            .from(JOBS)
            .where(failingOnly ? CONSECUTIVE_FAILURES.gt(0) : noCondition())
            .orderBy(CONSECUTIVE_FAILURES.desc(), EXECUTION_TIME, TASK_NAME, TASK_INSTANCE),
        page,
        row ->
            new JobView(
                row.get(TASK_NAME),
                row.get(TASK_INSTANCE),
                row.get(EXECUTION_TIME),
                row.get(PICKED),
                row.get(CONSECUTIVE_FAILURES),
                Optional.ofNullable(row.get(LAST_FAILURE))));
  }

  @Override
  public boolean runNow(String name, String subject) {
    int found =
        sql.update(JOBS)
            .set(EXECUTION_TIME, least(EXECUTION_TIME, NOW))
            .where(TASK_NAME.eq(name))
            .and(TASK_INSTANCE.eq(subject))
            .and(not(PICKED))
            .execute();
    work.afterCommit(alarm);
    return found == 1;
  }
}
