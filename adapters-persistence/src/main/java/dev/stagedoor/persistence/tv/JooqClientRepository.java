package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tv.ResellerTables.Clients;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqClientRepository implements ClientRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Clients.ID,
          Clients.RESELLER_ID,
          Clients.USER_ID,
          Clients.PLAN_ID,
          Clients.BEGUN_AT,
          Clients.MONTHS,
          Clients.IS_SUSPENDED,
          Clients.CREATED_AT,
          Clients.VERSION);

  private final DSLContext sql;

  JooqClientRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Client> lock(ClientId id) {
    return those(Clients.ID.eq(id.value()))
        .forNoKeyUpdate()
        .fetchOptional(JooqClientRepository::client);
  }

  @Override
  public Optional<Client> findByUser(UserId user) {
    return those(Clients.USER_ID.eq(user.value())).fetchOptional(JooqClientRepository::client);
  }

  @Override
  public Optional<Client> findByKey(UserId reseller, String key) {
    return those(Clients.RESELLER_ID.eq(reseller.value()).and(Clients.KEY.eq(key)))
        .fetchOptional(JooqClientRepository::client);
  }

  private SelectConditionStep<Record> those(Condition wanted) {
    return sql.select(COLUMNS).from(Clients.TABLE).where(wanted);
  }

  @Override
  public void add(Client client, Optional<String> key) {
    Versions.mustChange(
        sql.insertInto(Clients.TABLE)
            .set(Clients.ID, client.id().value())
            .set(Clients.RESELLER_ID, client.reseller().value())
            .set(Clients.USER_ID, client.user().value())
            .set(Clients.KEY, key.orElse(null))
            .set(Clients.CREATED_AT, client.createdAt())
            .set(values(client))
            .set(Clients.VERSION, 1L)
            .onConflictDoNothing()
            .execute());
  }

  @Override
  public void save(Client client) {
    Versions.mustChange(
        sql.update(Clients.TABLE)
            .set(values(client))
            .set(Clients.VERSION, client.version() + 1)
            .where(Clients.ID.eq(client.id().value()), Clients.VERSION.eq(client.version()))
            .execute());
  }

  private static Map<Field<?>, Object> values(Client client) {
    Client.Snapshot now = client.snapshot();
    return Map.of(
        Clients.PLAN_ID, now.plan().value(),
        Clients.BEGUN_AT, now.begunAt(),
        Clients.MONTHS, now.months(),
        Clients.PAID_UNTIL, client.paidUntil(),
        Clients.IS_SUSPENDED, now.isSuspended());
  }

  private static Client client(Record row) {
    return Client.restore(
        new Client.Snapshot(
            new ClientId(row.get(Clients.ID)),
            new UserId(row.get(Clients.RESELLER_ID)),
            new UserId(row.get(Clients.USER_ID)),
            new PlanId(row.get(Clients.PLAN_ID)),
            row.get(Clients.BEGUN_AT),
            row.get(Clients.MONTHS),
            row.get(Clients.IS_SUSPENDED),
            row.get(Clients.CREATED_AT),
            row.get(Clients.VERSION)));
  }
}
