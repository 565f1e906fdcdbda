package dev.stagedoor.persistence.notifications;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.notifications.Recipient;
import dev.stagedoor.application.port.RecipientQueries;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Audience;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqRecipientQueries implements RecipientQueries {
  private static final Table<Record> ACCOUNTS = table(name("accounts"));
  private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  private static final Field<String> EMAIL = field(name("email"), SQLDataType.CLOB);
  private static final Field<String> FIRST_NAME = field(name("first_name"), SQLDataType.CLOB);
  private static final Field<String> LAST_NAME = field(name("last_name"), SQLDataType.CLOB);
  private static final Field<String> ROLE = field(name("role"), SQLDataType.CLOB);
  private static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
  private static final Field<String> LANGUAGE = field(name("language"), SQLDataType.CLOB);
  private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);

  private final DSLContext sql;

  JooqRecipientQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public long count(Audience audience, Instant madeBy) {
    return sql.selectCount()
        .from(ACCOUNTS)
        .where(those(audience, madeBy))
        .fetchSingle(row -> row.value1().longValue());
  }

  @Override
  public List<Recipient> next(
      Audience audience, Instant madeBy, Optional<UserId> after, int limit) {
    return sql.select(ID, EMAIL, FIRST_NAME, LAST_NAME, STATUS, LANGUAGE)
        .from(ACCOUNTS)
        .where(those(audience, madeBy))
        .and(after.map(last -> ID.gt(last.value())).orElse(noCondition()))
        .orderBy(ID)
        .limit(limit)
        .fetch(JooqRecipientQueries::recipient);
  }

  private static Condition those(Audience audience, Instant madeBy) {
    Condition wanted =
        switch (audience.kind()) {
          case ALL -> noCondition();
          case ROLE -> ROLE.eq(audience.role().map(Role::code).orElseThrow());
          case USERS ->
              ID.eq(DSL.any(audience.users().stream().map(UserId::value).toArray(UUID[]::new)));
        };
    return wanted
        .and(CREATED_AT.le(madeBy))
        .and(STATUS.ne(inline(Codes.of(AccountStatus.REGISTERING))));
  }

  private static Recipient recipient(Record row) {
    return new Recipient(
        new UserId(row.get(ID)),
        new EmailAddress(row.get(EMAIL)),
        new PersonName(row.get(FIRST_NAME), row.get(LAST_NAME)).display(),
        Codes.parse(Language.class, row.get(LANGUAGE)),
        Codes.parse(AccountStatus.class, row.get(STATUS)) == AccountStatus.ACTIVE);
  }
}
