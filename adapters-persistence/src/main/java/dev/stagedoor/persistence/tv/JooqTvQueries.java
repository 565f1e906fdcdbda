package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.application.tv.ResellerView;
import dev.stagedoor.application.tv.TvFigures;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.persistence.auth.AccountTable;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tv.ResellerTables.Accounts;
import dev.stagedoor.persistence.tv.ResellerTables.Clients;
import dev.stagedoor.persistence.tv.ResellerTables.Entries;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqTvQueries implements TvQueries {
  private static final int RECENT = 10;

  private static final Table<Record> PLANS = table(name("tv_plans"));
  private static final Field<UUID> PLAN_ID = field(name("tv_plans", "id"), SQLDataType.UUID);
  private static final Field<String> PLAN_NAME = field(name("tv_plans", "name"), SQLDataType.CLOB);
  private static final Field<String> PRICE_ID =
      field(name("tv_plans", "price_id"), SQLDataType.CLOB);

  private static final String FIGURES =
      """
      with moment as (
        select cast(? as timestamptz) as now, cast(? as timestamptz) as midnight, cast(? as timestamptz) as month,
          cast(? as timestamptz) as yesterday
      )
      select
        (select count(*) from accounts where status <> 'registering'),
        (select count(*) from tv_subscribers),
        (select count(*) from subscriptions where status in ('trialing', 'active')),
        (select count(*) from subscriptions where status in ('past_due', 'unpaid')),
        (select count(*) from tv_subscribers
          where trial_ends_at > now
          and not exists (
            select from subscriptions
            where holder_id = tv_subscribers.id and status in ('trialing', 'active', 'past_due', 'unpaid', 'paused'))
          and not exists (
            select from tv_clients where user_id = tv_subscribers.id and not is_suspended and paid_until > now)),
        (select count(*) from accounts where role = 'reseller' and status <> 'registering'),
        (select count(*) from tv_clients),
        (select count(*) from tv_clients where not is_suspended and paid_until > now),
        (select cast(coalesce(sum(balance), 0) as bigint) from credit_accounts),
        (select cast(coalesce(-sum(amount), 0) as bigint) from credit_entries
          where at >= month and kind in ('client_created', 'client_renewed')),
        (select count(*) from accounts where status <> 'registering' and created_at >= midnight),
        (select count(*) from received_webhooks where status = 'failed' and received_at > yesterday)
      from moment
      """;

  private static final String MRR =
      """
      select plan.currency, cast(sum(plan.monthly_minor) as bigint)
      from subscriptions
      cross join lateral (
        select currency, monthly_minor from tv_plans
        where tv_plans.price_id = subscriptions.price_id
        order by archived_at is null desc, created_at desc, id desc
        limit 1) as plan
      where status in ('active', 'past_due')
      group by plan.currency
      """;

  private final DSLContext sql;

  JooqTvQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<ClientView> clients(
      UserId reseller, Optional<String> search, Instant now, PageRequest page) {
    return Pages.fetch(
        sql,
        clients(isOf(reseller).and(search.map(AccountTable::has).orElse(noCondition())))
            .orderBy(Clients.CREATED_AT.desc(), Clients.ID.desc()),
        page,
        row -> view(row, now));
  }

  private static Condition isOf(UserId reseller) {
    return Clients.RESELLER_ID.eq(reseller.value());
  }

  @Override
  public Optional<ClientView> client(UserId reseller, ClientId id, Instant now) {
    return clients(isOf(reseller).and(Clients.ID.eq(id.value())))
        .fetchOptional(row -> view(row, now));
  }

  @Override
  public List<ClientView> clients(Collection<ClientId> ids, Instant now) {
    UUID[] wanted = ids.stream().map(ClientId::value).toArray(UUID[]::new);
    return List.copyOf(clients(Clients.ID.eq(DSL.any(wanted))).fetch(row -> view(row, now)));
  }

  private SelectConditionStep<? extends Record> clients(Condition wanted) {
    return sql.select(
            Clients.ID,
            Clients.USER_ID,
            Clients.PAID_UNTIL,
            Clients.IS_SUSPENDED,
            Clients.CREATED_AT,
            AccountTable.EMAIL,
            AccountTable.FIRST_NAME,
            AccountTable.LAST_NAME,
            PLAN_NAME,
            PRICE_ID)
        .from(Clients.TABLE)
        .join(AccountTable.TABLE)
        .on(AccountTable.ID.eq(Clients.USER_ID))
        .join(PLANS)
        .on(PLAN_ID.eq(Clients.PLAN_ID))
        .where(wanted);
  }

  private static ClientView view(Record row, Instant now) {
    Instant paidUntil = row.get(Clients.PAID_UNTIL);
    return new ClientView(
        row.get(Clients.ID),
        row.get(Clients.USER_ID),
        row.get(AccountTable.EMAIL),
        AccountTable.nameIn(row),
        row.get(PLAN_NAME),
        row.get(PRICE_ID),
        ClientView.status(row.get(Clients.IS_SUSPENDED), now.isBefore(paidUntil)),
        paidUntil,
        row.get(Clients.CREATED_AT));
  }

  @Override
  public ResellerView reseller(UserId reseller, Instant now) {
    Record counted =
        sql.select(
                count(),
                count().filterWhere(Clients.IS_SUSPENDED.isFalse(), Clients.PAID_UNTIL.gt(now)))
            .from(Clients.TABLE)
            .where(isOf(reseller))
            .fetchSingle();
    long balance =
        sql.select(Accounts.BALANCE)
            .from(Accounts.TABLE)
            .where(Accounts.ACCOUNT_ID.eq(reseller.value()))
            .fetchOptional(Accounts.BALANCE)
            .orElse(0L);
    return new ResellerView(
        balance,
        counted.get(0, Integer.class),
        counted.get(1, Integer.class),
        spent(reseller),
        recent(reseller));
  }

  private long spent(UserId reseller) {
    return -sql.select(coalesce(sum(Entries.AMOUNT), BigDecimal.ZERO))
        .from(Entries.TABLE)
        .where(
            Entries.ACCOUNT_ID.eq(reseller.value()),
            Entries.KIND.in("client_created", "client_renewed"))
        .fetchSingle()
        .value1()
        .longValueExact();
  }

  private List<CreditEntry> recent(UserId reseller) {
    return sql.select(JooqCreditLedger.COLUMNS)
        .from(Entries.TABLE)
        .where(Entries.ACCOUNT_ID.eq(reseller.value()))
        .orderBy(Entries.NUMBER.desc())
        .limit(RECENT)
        .fetch(JooqCreditLedger::entry);
  }

  @Override
  public TvFigures figures(Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    Record row =
        sql.resultQuery(
                FIGURES,
                time(now),
                time(today.atStartOfDay(ZoneOffset.UTC).toInstant()),
                time(today.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                time(now.minus(Duration.ofDays(1))))
            .fetchSingle();
    return new TvFigures(
        figure(row, 0),
        figure(row, 1),
        figure(row, 2),
        figure(row, 3),
        figure(row, 4),
        figure(row, 5),
        figure(row, 6),
        figure(row, 7),
        figure(row, 8),
        figure(row, 9),
        mrr(),
        figure(row, 10),
        figure(row, 11));
  }

  private static String time(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toString();
  }

  private static long figure(Record row, int index) {
    return row.get(index, Long.class);
  }

  private Map<String, Long> mrr() {
    Map<String, Long> sums = new TreeMap<>();
    sql.resultQuery(MRR).forEach(row -> sums.put(row.get(0, String.class), row.get(1, Long.class)));
    return sums;
  }
}
