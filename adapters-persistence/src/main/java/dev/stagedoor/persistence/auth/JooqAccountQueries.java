package dev.stagedoor.persistence.auth;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rtrim;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqAccountQueries implements AccountQueries {
  private static final Table<Record> ACCOUNTS = table(name("accounts"));
  private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  private static final Field<String> EMAIL = field(name("email"), SQLDataType.CLOB);
  private static final Field<String> FIRST_NAME = field(name("first_name"), SQLDataType.CLOB);
  private static final Field<String> LAST_NAME = field(name("last_name"), SQLDataType.CLOB);
  private static final Field<String> ROLE = field(name("role"), SQLDataType.CLOB);
  private static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
  private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);

  private final DSLContext sql;

  JooqAccountQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<ListedAccount> accounts(Optional<String> search, PageRequest page) {
    return Pages.fetch(
        sql,
        those(search.map(JooqAccountQueries::has).orElse(noCondition()))
            .orderBy(CREATED_AT.desc(), ID.desc()),
        page,
        JooqAccountQueries::row);
  }

  private static Condition has(String text) {
    return EMAIL
        .containsIgnoreCase(text)
        .or(rtrim(concat(FIRST_NAME, inline(" "), LAST_NAME)).containsIgnoreCase(text))
        .or(cast(ID, SQLDataType.CLOB).containsIgnoreCase(text));
  }

  @Override
  public Optional<ListedAccount> account(UserId id) {
    return those(ID.eq(id.value())).fetchOptional(JooqAccountQueries::row);
  }

  @Override
  public List<ListedAccount> named(Set<UserId> ids) {
    return those(ID.in(ids.stream().map(UserId::value).toList())).fetch(JooqAccountQueries::row);
  }

  private SelectConditionStep<? extends Record> those(Condition wanted) {
    return sql.select(ID, EMAIL, FIRST_NAME, LAST_NAME, ROLE, STATUS, CREATED_AT)
        .from(ACCOUNTS)
        .where(wanted);
  }

  private static ListedAccount row(Record row) {
    return new ListedAccount(
        row.get(ID),
        row.get(EMAIL),
        new PersonName(row.get(FIRST_NAME), row.get(LAST_NAME)).display(),
        row.get(ROLE),
        row.get(STATUS),
        row.get(CREATED_AT));
  }
}
