package dev.stagedoor.persistence.auth;

import static dev.stagedoor.persistence.auth.AuthTables.ACCOUNT_LINKS;
import static dev.stagedoor.persistence.auth.AuthTables.ATTEMPT_ID;
import static dev.stagedoor.persistence.auth.AuthTables.ATTEMPT_UNTIL;
import static dev.stagedoor.persistence.auth.AuthTables.CREATED_AT;
import static dev.stagedoor.persistence.auth.AuthTables.EXPIRES_AT;
import static dev.stagedoor.persistence.auth.AuthTables.ID;
import static dev.stagedoor.persistence.auth.AuthTables.PURPOSE;
import static dev.stagedoor.persistence.auth.AuthTables.TOKEN_HASH;
import static dev.stagedoor.persistence.auth.AuthTables.USED_AT;
import static dev.stagedoor.persistence.auth.AuthTables.USER_ID;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;

import dev.stagedoor.domain.auth.AccountLink;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqAccountLinkRepository implements AccountLinkRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          ID,
          USER_ID,
          PURPOSE,
          TOKEN_HASH,
          CREATED_AT,
          EXPIRES_AT,
          ATTEMPT_ID,
          ATTEMPT_UNTIL,
          USED_AT);

  private final DSLContext sql;

  JooqAccountLinkRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void add(AccountLink link) {
    sql.insertInto(ACCOUNT_LINKS)
        .set(ID, link.id())
        .set(USER_ID, link.user().value())
        .set(PURPOSE, Codes.of(link.purpose()))
        .set(TOKEN_HASH, link.tokenHash())
        .set(CREATED_AT, link.createdAt())
        .set(EXPIRES_AT, link.expiresAt())
        .onConflict(USER_ID, PURPOSE)
        .doUpdate()
        .set(ID, excluded(ID))
        .set(TOKEN_HASH, excluded(TOKEN_HASH))
        .set(CREATED_AT, excluded(CREATED_AT))
        .set(EXPIRES_AT, excluded(EXPIRES_AT))
        .set(ATTEMPT_ID, inline(null, ATTEMPT_ID))
        .set(ATTEMPT_UNTIL, inline(null, ATTEMPT_UNTIL))
        .set(USED_AT, inline(null, USED_AT))
        .execute();
  }

  @Override
  public Optional<AccountLink> lock(String tokenHash) {
    return sql.select(COLUMNS)
        .from(ACCOUNT_LINKS)
        .where(TOKEN_HASH.eq(tokenHash))
        .forUpdate()
        .fetchOptional(JooqAccountLinkRepository::link);
  }

  @Override
  public void save(AccountLink link) {
    sql.update(ACCOUNT_LINKS)
        .set(ATTEMPT_ID, link.attempt().map(AccountLink.Attempt::id).orElse(null))
        .set(ATTEMPT_UNTIL, link.attempt().map(AccountLink.Attempt::until).orElse(null))
        .set(USED_AT, link.usedAt().orElse(null))
        .where(ID.eq(link.id()))
        .execute();
  }

  private static AccountLink link(Record row) {
    return new AccountLink(
        row.get(ID),
        new UserId(row.get(USER_ID)),
        Codes.parse(AccountLink.Purpose.class, row.get(PURPOSE)),
        row.get(TOKEN_HASH),
        row.get(CREATED_AT),
        row.get(EXPIRES_AT),
        Optional.ofNullable(row.get(ATTEMPT_ID))
            .map(attempt -> new AccountLink.Attempt(attempt, row.get(ATTEMPT_UNTIL))),
        Optional.ofNullable(row.get(USED_AT)));
  }
}
