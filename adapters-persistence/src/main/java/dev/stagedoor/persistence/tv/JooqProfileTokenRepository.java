package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ProfileToken;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.persistence.tv.TvAccountTables.Tokens;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqProfileTokenRepository implements ProfileTokenRepository {
  private final DSLContext sql;

  JooqProfileTokenRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void add(ProfileToken token) {
    sql.insertInto(Tokens.TABLE)
        .set(Tokens.TOKEN_HASH, token.sha256())
        .set(Tokens.PROFILE_ID, token.profile().value())
        .set(Tokens.OWNER_ID, token.owner().value())
        .set(Tokens.CREATED_AT, token.createdAt())
        .set(Tokens.EXPIRES_AT, token.expiresAt())
        .execute();
  }

  @Override
  public Optional<ProfileToken> find(String sha256) {
    return sql.select(
            Tokens.TOKEN_HASH,
            Tokens.PROFILE_ID,
            Tokens.OWNER_ID,
            Tokens.CREATED_AT,
            Tokens.EXPIRES_AT)
        .from(Tokens.TABLE)
        .where(Tokens.TOKEN_HASH.eq(sha256))
        .fetchOptional(JooqProfileTokenRepository::token);
  }

  private static ProfileToken token(Record row) {
    return new ProfileToken(
        row.get(Tokens.TOKEN_HASH),
        new ProfileId(row.get(Tokens.PROFILE_ID)),
        new UserId(row.get(Tokens.OWNER_ID)),
        row.get(Tokens.CREATED_AT),
        row.get(Tokens.EXPIRES_AT));
  }

  @Override
  public void removeOf(ProfileId profile) {
    sql.deleteFrom(Tokens.TABLE).where(Tokens.PROFILE_ID.eq(profile.value())).execute();
  }

  @Override
  public int purge(Instant before) {
    return sql.deleteFrom(Tokens.TABLE).where(Tokens.EXPIRES_AT.lt(before)).execute();
  }
}
