package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.noCondition;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.port.CreditLedger;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Columns;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tv.ResellerTables.Accounts;
import dev.stagedoor.persistence.tv.ResellerTables.Entries;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSeekStep1;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

@Singleton
@InsideUnitOfWork
class JooqCreditLedger implements CreditLedger {
  static final List<Field<?>> COLUMNS =
      List.of(
          Entries.ACCOUNT_ID,
          Entries.NUMBER,
          Entries.ID,
          Entries.KIND,
          Entries.AMOUNT,
          Entries.BALANCE,
          Entries.DESCRIPTION,
          Entries.CLIENT_ID,
          Entries.ACTOR_ID,
          Entries.AT);

  /**
   * Whoever comes while another one moves credits of an account waits for its row, and goes by what
   * is in it then; the rows are taken in one order, so that nobody waits in a circle. Nothing is
   * taken from an account that is not there.
   */
  private static final String POST =
      """
      with wanted as (
        select * from unnest(
          cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[]),
          cast(? as uuid[]), cast(? as uuid[]), cast(? as timestamptz[]))
          with ordinality as movement (
            id, account_id, kind, amount, description, client_id, actor_id, at, place)
      ), posted as (
        select * from credit_entries where id in (select id from wanted)
      ), news as (
        select *, row_number() over movements as number, cast(sum(amount) over movements as bigint) as moved
        from wanted
        where id not in (select id from posted)
        window movements as (partition by account_id order by place)
      ), sums as (
        select account_id, count(*) as entries, cast(sum(amount) as bigint) as moved, min(moved) as least,
          max(moved) as most
        from news
        group by account_id
      ), accounts as (
        insert into credit_accounts as known (account_id, balance, entries)
        select account_id, greatest(moved, 0), entries from sums
        where least >= 0 or exists (select from credit_accounts held where held.account_id = sums.account_id)
        order by account_id
        on conflict (account_id) do update
          set (balance, entries) = (
            select known.balance + sums.moved, known.entries + sums.entries
            from sums where sums.account_id = known.account_id)
          where exists (
            select from sums
            where sums.account_id = known.account_id
              and known.balance + least >= 0 and known.balance + most <= cast(? as bigint))
        returning account_id, balance, entries
      ), added as (
        insert into credit_entries (
          account_id, number, id, kind, amount, balance, description, client_id, actor_id, at)
        select account_id, accounts.entries - sums.entries + number, id, kind, amount,
          accounts.balance - sums.moved + news.moved, description, client_id, actor_id, at
        from news join sums using (account_id) join accounts using (account_id)
        order by account_id, number
        returning *
      )
      select account_id, number, id, kind, amount, balance, description, client_id, actor_id, at from posted
      union all
      select account_id, number, id, kind, amount, balance, description, client_id, actor_id, at from added
      """;

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String WORTH_REPEATING = "40001";
  private static final int AT_ONCE = 500;

  private final DSLContext sql;

  JooqCreditLedger(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<CreditEntry> post(List<CreditMovement> movements) {
    List<CreditEntry> entries = written(movements);
    Map<CreditEntryId, CreditMovement> byId =
        movements.stream().collect(Collectors.toMap(CreditMovement::id, Function.identity()));
    entries.forEach(entry -> entry.mustBeOf(Objects.requireNonNull(byId.get(entry.id()))));
    return entries;
  }

  private List<CreditEntry> written(List<CreditMovement> rows) {
    try {
      return sql.resultQuery(
              POST,
              Columns.of(rows, row -> row.id().value(), UUID[]::new),
              Columns.of(rows, row -> row.account().value(), UUID[]::new),
              Columns.of(rows, row -> row.kind().code(), String[]::new),
              Columns.of(rows, CreditMovement::amount, Long[]::new),
              Columns.of(rows, CreditMovement::description, String[]::new),
              Columns.of(rows, row -> row.client().map(ClientId::value).orElse(null), UUID[]::new),
              Columns.of(rows, row -> row.actor().map(UserId::value).orElse(null), UUID[]::new),
              Columns.times(rows, CreditMovement::at),
              CreditMovement.MOST)
          .coerce(COLUMNS)
          .fetch(JooqCreditLedger::entry);
    } catch (DataAccessException e) {
      throw UNIQUE_VIOLATION.equals(e.sqlState()) ? postedMeanwhile(e) : e;
    }
  }

  /** Somebody else posted the same at the same moment: when this is repeated, it is there. */
  private static DataAccessException postedMeanwhile(DataAccessException cause) {
    return new DataAccessException(
        "posted by somebody else at the same moment",
        new SQLException(cause.getMessage(), WORTH_REPEATING, cause));
  }

  @Override
  public List<CreditEntry> find(Collection<CreditEntryId> ids) {
    return sql.select(COLUMNS)
        .from(Entries.TABLE)
        .where(Entries.ID.eq(DSL.any(ids.stream().map(CreditEntryId::value).toArray(UUID[]::new))))
        .fetch(JooqCreditLedger::entry);
  }

  @Override
  public long balance(UserId account) {
    return sql.select(Accounts.BALANCE)
        .from(Accounts.TABLE)
        .where(Accounts.ACCOUNT_ID.eq(account.value()))
        .fetchOptional(Accounts.BALANCE)
        .orElse(0L);
  }

  @Override
  public Page<CreditEntry> list(
      UserId account, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
    return Pages.fetch(sql, between(account, from, to), page, JooqCreditLedger::entry);
  }

  @Override
  public void forEach(
      UserId account,
      Optional<Instant> from,
      Optional<Instant> to,
      Consumer<? super CreditEntry> each) {
    try (Cursor<Record> entries = between(account, from, to).fetchSize(AT_ONCE).fetchLazy()) {
      entries.forEach(row -> each.accept(entry(row)));
    }
  }

  private SelectSeekStep1<Record, Long> between(
      UserId account, Optional<Instant> from, Optional<Instant> to) {
    return sql.select(COLUMNS)
        .from(Entries.TABLE)
        .where(
            Entries.ACCOUNT_ID.eq(account.value()),
            from.map(Entries.AT::ge).orElse(noCondition()),
            to.map(Entries.AT::lt).orElse(noCondition()))
        .orderBy(Entries.NUMBER.desc());
  }

  static CreditEntry entry(Record row) {
    return new CreditEntry(
        new CreditEntryId(row.get(Entries.ID)),
        new UserId(row.get(Entries.ACCOUNT_ID)),
        row.get(Entries.NUMBER),
        Codes.parse(CreditKind.class, row.get(Entries.KIND)),
        row.get(Entries.AMOUNT),
        row.get(Entries.BALANCE),
        row.get(Entries.DESCRIPTION),
        Optional.ofNullable(row.get(Entries.CLIENT_ID)).map(ClientId::new),
        Optional.ofNullable(row.get(Entries.ACTOR_ID)).map(UserId::new),
        row.get(Entries.AT));
  }
}
