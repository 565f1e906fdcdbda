package dev.stagedoor.persistence.live;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.persistence.sql.Documents;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqLiveUpdates implements LiveUpdates {
  /**
   * All updates of a unit of work, in their order. The transaction's id is there before the numbers
   * are drawn; the relay relies on that order.
   */
  private static final String PUBLISH =
      """
      with this_transaction as materialized (select pg_current_xact_id() as tx)
      insert into live_events (tx, channel_kind, channel_id, type, data)
      select tx, told.kind, told.id, told.type, cast(told.data as jsonb)
      from this_transaction, unnest(
        cast(? as text[]), cast(? as uuid[]), cast(? as text[]), cast(? as text[]))
        with ordinality as told (kind, id, type, data, place)
      order by told.place
      """;

  private final DSLContext sql;
  private final Documents documents;
  private final JdbcUnitOfWork work;
  private final LiveNotifier notifier;
  private final Consumer<List<LiveUpdate>> writer = this::write;

  JooqLiveUpdates(DSLContext sql, Documents documents, JdbcUnitOfWork work, LiveNotifier notifier) {
    this.sql = sql;
    this.documents = documents;
    this.work = work;
    this.notifier = notifier;
  }

  /** Written together before the commit: each by itself would hold the locks of the work longer. */
  @Override
  public void publish(LiveUpdate update) {
    work.beforeCommit(writer, update);
    work.afterCommit(notifier);
  }

  private void write(List<LiveUpdate> updates) {
    sql.execute(
        PUBLISH,
        updates.stream().map(update -> update.channel().kind()).toArray(String[]::new),
        updates.stream().map(update -> update.channel().id()).toArray(UUID[]::new),
        updates.stream().map(LiveUpdate::type).toArray(String[]::new),
        updates.stream().map(update -> documents.write(update.data())).toArray(String[]::new));
  }
}
