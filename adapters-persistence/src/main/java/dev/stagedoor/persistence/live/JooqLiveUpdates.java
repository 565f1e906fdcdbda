package dev.stagedoor.persistence.live;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.persistence.sql.Documents;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqLiveUpdates implements LiveUpdates {
  /** The transaction's id is there before the number is drawn; the relay relies on that order. */
  private static final String PUBLISH =
      """
      with this_transaction as materialized (select pg_current_xact_id() as tx)
      insert into live_events (tx, channel_kind, channel_id, type, data)
      select tx, ?, ?, ?, cast(? as jsonb) from this_transaction
      """;

  private final DSLContext sql;
  private final Documents documents;
  private final JdbcUnitOfWork work;
  private final LiveNotifier notifier;

  JooqLiveUpdates(DSLContext sql, Documents documents, JdbcUnitOfWork work, LiveNotifier notifier) {
    this.sql = sql;
    this.documents = documents;
    this.work = work;
    this.notifier = notifier;
  }

  @Override
  public void publish(LiveUpdate update) {
    sql.execute(
        PUBLISH,
        update.channel().kind(),
        update.channel().id(),
        update.type(),
        documents.write(update.data()));
    work.afterCommit(notifier);
  }
}
