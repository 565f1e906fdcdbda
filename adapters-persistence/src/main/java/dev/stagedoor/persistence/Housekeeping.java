package dev.stagedoor.persistence;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;

/** Removes what nobody will ask for again. */
@Singleton
final class Housekeeping {
  /** Readers can resume from the last five minutes; twice that leaves room. */
  private static final String LIVE_EVENTS =
      "delete from live_events where published_at < now() - interval '10 minutes'";

  /** Used tokens go with their sessions: of a session that is over, reuse is of no interest. */
  private static final String LOCAL_SESSIONS =
      "delete from local_sessions where expires_at < now() - interval '1 day'";

  private final JdbcUnitOfWork work;
  private final DSLContext sql;

  Housekeeping(JdbcUnitOfWork work, DSLContext sql) {
    this.work = work;
    this.sql = sql;
  }

  List<RecurringJob> jobs() {
    return List.of(
        new RecurringJob(
            "remove-old-live-events", Duration.ofMinutes(1), () -> execute(LIVE_EVENTS)),
        new RecurringJob(
            "remove-old-local-sessions", Duration.ofHours(1), () -> execute(LOCAL_SESSIONS)));
  }

  private void execute(String statement) {
    work.run(() -> sql.execute(statement));
  }
}
