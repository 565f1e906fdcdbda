package dev.stagedoor.persistence.events;

import dev.stagedoor.application.events.StoredEvent;
import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.auth.AccountTable;
import dev.stagedoor.persistence.events.EventTables.Events;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.ticketing.TicketedEvents;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

@Singleton
@InsideUnitOfWork
class JooqEventQueries implements EventQueries {
  private static final String EVENT = Event.subject(new EventId(new UUID(0, 0))).kind();

  private final DSLContext sql;
  private final StoredEvents stored;

  JooqEventQueries(DSLContext sql, StoredEvents stored) {
    this.sql = sql;
    this.stored = stored;
  }

  @Override
  public Optional<StoredEvent> event(EventId id) {
    return events().where(Events.ID.eq(id.value())).fetchOptional(this::row);
  }

  @Override
  public Page<StoredEvent> upcoming(Instant now, PageRequest page) {
    return Pages.fetch(
        sql,
        events().where(Events.OVER_AT.gt(now)).orderBy(Events.STARTS_AT, Events.ID),
        page,
        this::row);
  }

  @Override
  public Page<StoredEvent> organisedBy(UserId organiser, PageRequest page) {
    return Pages.fetch(
        sql,
        events()
            .where(Events.ORGANISER_ID.eq(organiser.value()))
            .orderBy(Events.STARTS_AT.desc(), Events.ID.desc()),
        page,
        this::row);
  }

  private SelectOnConditionStep<Record> events() {
    return sql.select(StoredEvents.COLUMNS)
        .select(AccountTable.FIRST_NAME, AccountTable.LAST_NAME)
        .select(TicketedEvents.COLUMNS)
        .from(Events.TABLE)
        .join(AccountTable.TABLE)
        .on(AccountTable.ID.eq(Events.ORGANISER_ID))
        .leftJoin(TicketedEvents.TABLE)
        .on(TicketedEvents.are(Events.ID, EVENT));
  }

  private StoredEvent row(Record row) {
    return new StoredEvent(stored.event(row), AccountTable.nameIn(row), TicketedEvents.joined(row));
  }
}
