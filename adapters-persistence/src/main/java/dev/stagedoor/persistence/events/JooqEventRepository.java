package dev.stagedoor.persistence.events;

import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.persistence.events.EventTables.Events;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqEventRepository implements EventRepository {
  private final DSLContext sql;
  private final StoredEvents stored;

  JooqEventRepository(DSLContext sql, StoredEvents stored) {
    this.sql = sql;
    this.stored = stored;
  }

  @Override
  public Optional<Event> find(EventId id) {
    return one(id).fetchOptional(stored::event);
  }

  @Override
  public Optional<Event> lock(EventId id) {
    return one(id).forUpdate().fetchOptional(stored::event);
  }

  private SelectConditionStep<Record> one(EventId id) {
    return sql.select(StoredEvents.COLUMNS).from(Events.TABLE).where(Events.ID.eq(id.value()));
  }

  @Override
  public void add(Event event) {
    Versions.mustChange(
        sql.insertInto(Events.TABLE)
            .set(Events.ID, event.id().value())
            .set(stored.values(event.snapshot()))
            .set(Events.VERSION, 1L)
            .onConflictDoNothing()
            .execute());
  }

  @Override
  public void save(Event event) {
    Versions.mustChange(
        sql.update(Events.TABLE)
            .set(stored.values(event.snapshot()))
            .set(Events.VERSION, event.version() + 1)
            .where(Events.ID.eq(event.id().value()))
            .and(Events.VERSION.eq(event.version()))
            .execute());
  }
}
