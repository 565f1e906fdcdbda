package dev.stagedoor.persistence.auth;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.noCondition;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqAccountQueries implements AccountQueries {

  private final DSLContext sql;

  JooqAccountQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<ListedAccount> accounts(Optional<String> search, PageRequest page) {
    return Pages.fetch(
        sql,
        those(search.map(JooqAccountQueries::has).orElse(noCondition()))
            .orderBy(AccountTable.CREATED_AT.desc(), AccountTable.ID.desc()),
        page,
        JooqAccountQueries::row);
  }

  private static Condition has(String text) {
    return AccountTable.has(text)
        .or(cast(AccountTable.ID, SQLDataType.CLOB).containsIgnoreCase(text));
  }

  @Override
  public Optional<ListedAccount> account(UserId id) {
    return those(AccountTable.ID.eq(id.value())).fetchOptional(JooqAccountQueries::row);
  }

  @Override
  public List<ListedAccount> named(Set<UserId> ids) {
    return those(AccountTable.ID.in(ids.stream().map(UserId::value).toList()))
        .fetch(JooqAccountQueries::row);
  }

  @Override
  public List<ListedAccount> mailedAt(Set<EmailAddress> addresses) {
    return those(AccountTable.EMAIL.in(addresses.stream().map(EmailAddress::value).toList()))
        .fetch(JooqAccountQueries::row);
  }

  private SelectConditionStep<? extends Record> those(Condition wanted) {
    return sql.select(
            AccountTable.ID,
            AccountTable.EMAIL,
            AccountTable.FIRST_NAME,
            AccountTable.LAST_NAME,
            AccountTable.ROLE,
            AccountTable.STATUS,
            AccountTable.CREATED_AT)
        .from(AccountTable.TABLE)
        .where(wanted);
  }

  private static ListedAccount row(Record row) {
    return new ListedAccount(
        row.get(AccountTable.ID),
        row.get(AccountTable.EMAIL),
        AccountTable.nameIn(row),
        row.get(AccountTable.ROLE),
        row.get(AccountTable.STATUS),
        row.get(AccountTable.CREATED_AT));
  }
}
