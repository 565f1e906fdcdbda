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
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tv.ResellerTables.Accounts;
import dev.stagedoor.persistence.tv.ResellerTables.Entries;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSeekStep1;
import org.jooq.exception.DataAccessException;

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
   * Whoever comes while another one moves credits of the account waits for the row of the account,
   * and goes by what is in it then. Nothing is taken from an account that is not there.
   */
  private static final String POST =
      """
      with wanted as (
        select cast(? as uuid) as id, cast(? as uuid) as account_id, cast(? as text) as kind,
          cast(? as bigint) as amount, cast(? as text) as description, cast(? as uuid) as client_id,
          cast(? as uuid) as actor_id, cast(? as timestamptz) as at
      ), posted as (
        select * from credit_entries where id = (select id from wanted)
      ), account as (
        insert into credit_accounts as known (account_id, balance, entries)
        select account_id, greatest(amount, 0), 1 from wanted
        where not exists (select from posted)
          and (amount >= 0 or exists (select from credit_accounts held where held.account_id = wanted.account_id))
        on conflict (account_id) do update
          set balance = known.balance + (select amount from wanted), entries = known.entries + 1
          where known.balance + (select amount from wanted) between 0 and cast(? as bigint)
        returning balance, entries
      ), added as (
        insert into credit_entries (
          account_id, number, id, kind, amount, balance, description, client_id, actor_id, at)
        select account_id, entries, id, kind, amount, balance, description, client_id, actor_id, at
        from wanted, account
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
  public Optional<CreditEntry> post(CreditMovement movement) {
    try {
      Optional<CreditEntry> posted =
          sql.resultQuery(
                  POST,
                  movement.id().value(),
                  movement.account().value(),
                  movement.kind().code(),
                  movement.amount(),
                  movement.description(),
                  movement.client().map(ClientId::value).orElse(null),
                  movement.actor().map(UserId::value).orElse(null),
                  movement.at().atOffset(ZoneOffset.UTC).toString(),
                  CreditMovement.MOST)
              .coerce(COLUMNS)
              .fetchOptional(JooqCreditLedger::entry);
      posted.ifPresent(entry -> entry.mustBeOf(movement));
      return posted;
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
  public Optional<CreditEntry> find(CreditEntryId id) {
    return sql.select(COLUMNS)
        .from(Entries.TABLE)
        .where(Entries.ID.eq(id.value()))
        .fetchOptional(JooqCreditLedger::entry);
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
