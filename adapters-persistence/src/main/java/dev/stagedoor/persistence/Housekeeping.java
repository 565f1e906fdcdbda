package dev.stagedoor.persistence;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Removes what nobody will ask for again, little by little: each batch is a transaction of its own,
 * and rows that somebody has locked are left for the next time.
 */
@Singleton
final class Housekeeping {
  /** Few enough to be gone in a moment, with bodies of a megabyte each. */
  private static final int BATCH = 200;

  /** Readers can resume from the last five minutes; twice that leaves room. */
  private static final Duration LIVE_EVENTS = Duration.ofMinutes(10);

  /** Used tokens go with their sessions: of a session that is over, reuse is of no interest. */
  private static final Duration LOCAL_SESSIONS = Duration.ofDays(1);

  private static final String REMOVE_LIVE_EVENTS =
      "delete from live_events where published_at < now() - make_interval(secs => ?)";
  private static final String REMOVE_LOCAL_SESSIONS =
      "delete from local_sessions where expires_at < now() - make_interval(secs => ?)";

  /** Not what failed: that waits to be replayed. */
  private static final String REMOVE_WEBHOOKS =
      """
      delete from received_webhooks where id in (
        select id from received_webhooks
        where received_at < now() - make_interval(secs => ?) and status in ('applied', 'ignored')
        order by received_at
        limit ? for update skip locked)
      """;

  /** Not what is still on its way. */
  private static final String REMOVE_MESSAGES =
      """
      delete from messages where id in (
        select id from messages
        where created_at < now() - make_interval(secs => ?) and status in ('sent', 'refused')
        order by created_at
        limit ? for update skip locked)
      """;

  private final JdbcUnitOfWork work;
  private final DSLContext sql;

  Housekeeping(JdbcUnitOfWork work, DSLContext sql) {
    this.work = work;
    this.sql = sql;
  }

  List<RecurringJob> jobs(Settings.Retention retention) {
    return List.of(
        new RecurringJob(
            "remove-old-live-events",
            Duration.ofMinutes(1),
            () -> remove(REMOVE_LIVE_EVENTS, LIVE_EVENTS)),
        new RecurringJob(
            "remove-old-local-sessions",
            Duration.ofHours(1),
            () -> remove(REMOVE_LOCAL_SESSIONS, LOCAL_SESSIONS)),
        new RecurringJob(
            "remove-old-webhooks",
            Duration.ofHours(1),
            () -> removeInBatches(REMOVE_WEBHOOKS, retention.webhooks())),
        new RecurringJob(
            "remove-old-messages",
            Duration.ofHours(1),
            () -> removeInBatches(REMOVE_MESSAGES, retention.messages())));
  }

  private void remove(String statement, Duration age) {
    work.run(() -> sql.execute(statement, age.toSeconds()));
  }

  private void removeInBatches(String statement, Duration age) {
    int removed;
    do {
      removed = work.alone(() -> sql.execute(statement, age.toSeconds(), BATCH));
    } while (removed == BATCH);
  }
}
