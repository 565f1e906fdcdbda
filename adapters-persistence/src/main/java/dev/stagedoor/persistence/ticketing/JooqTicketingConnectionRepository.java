package dev.stagedoor.persistence.ticketing;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.crypto.Place;
import dev.stagedoor.persistence.ticketing.TicketingTables.Connections;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqTicketingConnectionRepository implements TicketingConnectionRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Connections.ID,
          Connections.OWNER_ID,
          Connections.PROVIDER,
          Connections.SECRET,
          Connections.CREATED_AT);

  private final DSLContext sql;
  private final ColumnCipher cipher;

  JooqTicketingConnectionRepository(DSLContext sql, ColumnCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  @Override
  public Optional<TicketingConnection> find(ConnectionId id) {
    return those(Connections.ID.eq(id.value())).fetchOptional(this::connection);
  }

  @Override
  public List<TicketingConnection> of(UserId owner) {
    return those(Connections.OWNER_ID.eq(owner.value()))
        .orderBy(Connections.PROVIDER.collate(collation(name("C"))))
        .fetch(this::connection);
  }

  private SelectConditionStep<Record> those(Condition wanted) {
    return sql.select(COLUMNS).from(Connections.TABLE).where(wanted);
  }

  @Override
  public TicketingConnection put(TicketingConnection connection) {
    UUID owner = connection.owner().value();
    String provider = connection.provider().value();
    return sql.insertInto(Connections.TABLE)
        .set(Connections.OWNER_ID, owner)
        .set(Connections.PROVIDER, provider)
        .set(Connections.ID, connection.id().value())
        .set(Connections.SECRET, cipher.encrypt(place(owner, provider), connection.secret()))
        .set(Connections.CREATED_AT, connection.createdAt())
        .onConflict(Connections.OWNER_ID, Connections.PROVIDER)
        .doUpdate()
        .set(Connections.SECRET, excluded(Connections.SECRET))
        .returningResult(COLUMNS)
        .fetchSingle(this::connection);
  }

  @Override
  public void remove(ConnectionId id) {
    // In the order in which everybody locks them. Whoever links one to it meanwhile loses it again
    // by the reference between the tables, or fails on that.
    sql.select(TicketedEvents.ID)
        .from(TicketedEvents.TABLE)
        .where(TicketedEvents.CONNECTION_ID.eq(id.value()))
        .orderBy(TicketedEvents.ID)
        .forUpdate()
        .fetch();
    sql.update(TicketedEvents.TABLE)
        .setNull(TicketedEvents.CONNECTION_ID)
        .set(TicketedEvents.VERSION, TicketedEvents.VERSION.plus(1))
        .where(TicketedEvents.CONNECTION_ID.eq(id.value()))
        .execute();
    sql.deleteFrom(Connections.TABLE).where(Connections.ID.eq(id.value())).execute();
  }

  private TicketingConnection connection(Record row) {
    UUID owner = row.get(Connections.OWNER_ID);
    String provider = row.get(Connections.PROVIDER);
    return new TicketingConnection(
        new ConnectionId(row.get(Connections.ID)),
        new UserId(owner),
        new ProviderId(provider),
        cipher.decrypt(place(owner, provider), row.get(Connections.SECRET)),
        row.get(Connections.CREATED_AT));
  }

  private static Place place(UUID owner, String provider) {
    return EncryptedColumn.TICKETING_WEBHOOK_SECRET.at(owner, provider);
  }
}
