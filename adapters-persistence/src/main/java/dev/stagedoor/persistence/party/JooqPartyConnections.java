package dev.stagedoor.persistence.party;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.port.PartyConnections;
import dev.stagedoor.persistence.party.PartyTables.Connections;
import dev.stagedoor.persistence.party.PartyTables.Instances;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqPartyConnections implements PartyConnections {
  private final DSLContext sql;

  JooqPartyConnections(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void open(PartyConnection connection, Instant now) {
    sql.insertInto(Instances.TABLE)
        .set(Instances.ID, connection.instance())
        .set(Instances.SEEN_AT, now)
        .onConflictDoNothing()
        .execute();
    sql.insertInto(Connections.TABLE)
        .set(Connections.ID, connection.id())
        .set(Connections.PARTY_ID, connection.party().value())
        .set(Connections.USER_ID, connection.user().value())
        .set(Connections.INSTANCE_ID, connection.instance())
        .onConflict(Connections.ID)
        .doUpdate()
        .set(Connections.PARTY_ID, excluded(Connections.PARTY_ID))
        .set(Connections.USER_ID, excluded(Connections.USER_ID))
        .set(Connections.INSTANCE_ID, excluded(Connections.INSTANCE_ID))
        .execute();
  }

  @Override
  public void close(UUID connection) {
    sql.deleteFrom(Connections.TABLE).where(Connections.ID.eq(connection)).execute();
  }

  @Override
  public List<PartyConnection> of(PartyId party) {
    return those(Connections.PARTY_ID.eq(party.value()));
  }

  private List<PartyConnection> those(Condition wanted) {
    return sql.select(
            Connections.ID, Connections.PARTY_ID, Connections.USER_ID, Connections.INSTANCE_ID)
        .from(Connections.TABLE)
        .where(wanted)
        .orderBy(Connections.ID)
        .fetch(JooqPartyConnections::connection);
  }

  @Override
  public Optional<Instant> alive(UUID instance, Instant now) {
    Optional<Instant> before =
        sql.select(Instances.SEEN_AT)
            .from(Instances.TABLE)
            .where(Instances.ID.eq(instance))
            .forUpdate()
            .fetchOptional(Instances.SEEN_AT);
    sql.insertInto(Instances.TABLE)
        .set(Instances.ID, instance)
        .set(Instances.SEEN_AT, now)
        .onConflict(Instances.ID)
        .doUpdate()
        .set(Instances.SEEN_AT, excluded(Instances.SEEN_AT))
        .execute();
    return before;
  }

  @Override
  public List<PartyConnection> lost(Instant before) {
    List<PartyConnection> lost =
        those(
            Connections.INSTANCE_ID.notIn(
                select(Instances.ID).from(Instances.TABLE).where(Instances.SEEN_AT.ge(before))));
    sql.deleteFrom(Instances.TABLE)
        .where(Instances.SEEN_AT.lt(before))
        .and(
            notExists(
                selectOne()
                    .from(Connections.TABLE)
                    .where(Connections.INSTANCE_ID.eq(Instances.ID))))
        .execute();
    return lost;
  }

  private static PartyConnection connection(Record row) {
    return new PartyConnection(
        row.get(Connections.ID),
        new PartyId(row.get(Connections.PARTY_ID)),
        new UserId(row.get(Connections.USER_ID)),
        row.get(Connections.INSTANCE_ID));
  }
}
