package dev.stagedoor.persistence.ticketing;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqTicketedEventRepository implements TicketedEventRepository, TicketedEventLists {
  private final DSLContext sql;

  JooqTicketedEventRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<TicketedEvent> find(TicketedEventId id) {
    return those(is(id)).fetchOptional(TicketedEvents::tickets);
  }

  @Override
  public Optional<TicketedEvent> lock(TicketedEventId id) {
    return those(is(id)).forUpdate().fetchOptional(TicketedEvents::tickets);
  }

  @Override
  public List<TicketedEvent> lock(ProviderRef sale, Optional<TicketedEventId> also) {
    Condition sold =
        TicketedEvents.SALE_PROVIDER
            .eq(sale.provider().value())
            .and(TicketedEvents.SALE_ID.eq(sale.value()));
    // Everybody locks in this order, so nobody waits for one who waits for them.
    return those(also.map(more -> sold.or(is(more))).orElse(sold))
        .orderBy(TicketedEvents.ID)
        .forUpdate()
        .fetch(TicketedEvents::tickets);
  }

  @Override
  public List<TicketedEvent> due(Instant now, int limit) {
    return those(TicketedEvents.NEXT_LOOK_AT.le(now))
        .orderBy(TicketedEvents.NEXT_LOOK_AT, TicketedEvents.ID)
        .limit(limit)
        .fetch(TicketedEvents::tickets);
  }

  private SelectConditionStep<Record> those(Condition wanted) {
    return sql.select(TicketedEvents.COLUMNS).from(TicketedEvents.TABLE).where(wanted);
  }

  private static Condition is(TicketedEventId id) {
    return TicketedEvents.ID.eq(id.value());
  }

  @Override
  public void add(TicketedEvent tickets) {
    Versions.mustChange(
        sql.insertInto(TicketedEvents.TABLE)
            .set(TicketedEvents.ID, tickets.id().value())
            .set(TicketedEvents.values(tickets.snapshot()))
            .set(TicketedEvents.VERSION, 1L)
            .onConflictDoNothing()
            .execute());
  }

  @Override
  public void save(TicketedEvent tickets) {
    Versions.mustChange(
        sql.update(TicketedEvents.TABLE)
            .set(TicketedEvents.values(tickets.snapshot()))
            .set(TicketedEvents.VERSION, tickets.version() + 1)
            .where(is(tickets.id()))
            .and(TicketedEvents.VERSION.eq(tickets.version()))
            .execute());
  }
}
