package dev.stagedoor.persistence.notifications;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.stagedoor.application.notifications.Recipient;
import dev.stagedoor.application.port.RecipientQueries;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.persistence.auth.AccountTable;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

@Singleton
@InsideUnitOfWork
class JooqRecipientQueries implements RecipientQueries {

  private final DSLContext sql;

  JooqRecipientQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public long count(Addressees audience, Instant madeBy) {
    return sql.selectCount()
        .from(AccountTable.TABLE)
        .where(those(audience, madeBy))
        .fetchSingle(row -> row.value1().longValue());
  }

  @Override
  public Map<Role, Long> countByRole(Instant madeBy) {
    return sql.select(AccountTable.ROLE, DSL.count())
        .from(AccountTable.TABLE)
        .where(those(Addressees.everybody(), madeBy))
        .groupBy(AccountTable.ROLE)
        .fetchMap(row -> Codes.parse(Role.class, row.value1()), row -> row.value2().longValue());
  }

  @Override
  public List<Recipient> next(
      Addressees audience, Instant madeBy, Optional<UserId> after, int limit) {
    return sql.select(
            AccountTable.ID,
            AccountTable.EMAIL,
            AccountTable.FIRST_NAME,
            AccountTable.LAST_NAME,
            AccountTable.STATUS,
            AccountTable.LANGUAGE)
        .from(AccountTable.TABLE)
        .where(those(audience, madeBy))
        .and(after.map(last -> AccountTable.ID.gt(last.value())).orElse(noCondition()))
        .orderBy(AccountTable.ID)
        .limit(limit)
        .fetch(JooqRecipientQueries::recipient);
  }

  private static Condition those(Addressees audience, Instant madeBy) {
    Condition wanted =
        switch (audience.kind()) {
          case ALL -> noCondition();
          case ROLE -> AccountTable.ROLE.eq(audience.role().map(Role::code).orElseThrow());
          case USERS ->
              AccountTable.ID.eq(
                  DSL.any(audience.users().stream().map(UserId::value).toArray(UUID[]::new)));
        };
    return wanted
        .and(AccountTable.CREATED_AT.le(madeBy))
        .and(AccountTable.STATUS.ne(inline(Codes.of(AccountStatus.REGISTERING))));
  }

  private static Recipient recipient(Record row) {
    return new Recipient(
        new UserId(row.get(AccountTable.ID)),
        new EmailAddress(row.get(AccountTable.EMAIL)),
        AccountTable.nameIn(row),
        Codes.parse(Language.class, row.get(AccountTable.LANGUAGE)),
        Codes.parse(AccountStatus.class, row.get(AccountTable.STATUS)) == AccountStatus.ACTIVE);
  }
}
