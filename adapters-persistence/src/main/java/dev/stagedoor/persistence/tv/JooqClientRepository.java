package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.persistence.sql.Columns;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tv.ResellerTables.Clients;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

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

  private static final String SAVE =
      """
      update tv_clients
      set plan_id = news.plan_id, begun_at = news.begun_at, months = news.months, paid_until = news.paid_until,
        is_suspended = news.is_suspended, version = tv_clients.version + 1
      from unnest(
        cast(? as uuid[]), cast(? as uuid[]), cast(? as timestamptz[]), cast(? as integer[]), cast(? as timestamptz[]),
        cast(? as boolean[]), cast(? as bigint[]))
        as news (id, plan_id, begun_at, months, paid_until, is_suspended, version)
      where tv_clients.id = news.id and tv_clients.version = news.version
      """;

  private final DSLContext sql;

  JooqClientRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Client> lock(Collection<ClientId> ids) {
    UUID[] wanted = ids.stream().map(ClientId::value).toArray(UUID[]::new);
    // In one order, so that two who want the same clients do not wait for each other in a circle.
    return those(Clients.ID.eq(DSL.any(wanted)))
        .orderBy(Clients.ID)
        .forNoKeyUpdate()
        .fetch(JooqClientRepository::client);
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
  public void save(List<Client> clients) {
    List<Client.Snapshot> rows = clients.stream().map(Client::snapshot).toList();
    Versions.mustChange(
        clients.size(),
        sql.execute(
            SAVE,
            Columns.of(rows, row -> row.id().value(), UUID[]::new),
            Columns.of(rows, row -> row.plan().value(), UUID[]::new),
            Columns.times(rows, Client.Snapshot::begunAt),
            Columns.of(rows, Client.Snapshot::months, Integer[]::new),
            Columns.times(clients, Client::paidUntil),
            Columns.of(rows, Client.Snapshot::isSuspended, Boolean[]::new),
            Columns.of(rows, Client.Snapshot::version, Long[]::new)));
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
