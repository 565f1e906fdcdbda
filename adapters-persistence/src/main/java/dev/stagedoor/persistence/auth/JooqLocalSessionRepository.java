package dev.stagedoor.persistence.auth;

import static dev.stagedoor.persistence.auth.AuthTables.CREATED_AT;
import static dev.stagedoor.persistence.auth.AuthTables.EXPIRES_AT;
import static dev.stagedoor.persistence.auth.AuthTables.ID;
import static dev.stagedoor.persistence.auth.AuthTables.LOCAL_CREDENTIALS;
import static dev.stagedoor.persistence.auth.AuthTables.LOCAL_SESSIONS;
import static dev.stagedoor.persistence.auth.AuthTables.REVOKED_AT;
import static dev.stagedoor.persistence.auth.AuthTables.SESSION_ID;
import static dev.stagedoor.persistence.auth.AuthTables.SUBJECT;
import static dev.stagedoor.persistence.auth.AuthTables.TOKEN_HASH;
import static dev.stagedoor.persistence.auth.AuthTables.USED_SESSION_TOKENS;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

@Singleton
final class JooqLocalSessionRepository implements LocalSessionRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(ID, SUBJECT, TOKEN_HASH, CREATED_AT, EXPIRES_AT);

  /** The row lock of the update makes one of any number of concurrent callers the winner. */
  private static final String ROTATE =
      """
      with rotated as (
        update local_sessions set token_hash = ?
        where token_hash = ? and revoked_at is null and expires_at > cast(? as timestamptz)
        returning id, subject, token_hash, created_at, expires_at
      ), remembered as (
        insert into used_session_tokens (token_hash, session_id) select ?, id from rotated
      )
      select id, subject, token_hash, created_at, expires_at from rotated
      """;

  private final DSLContext sql;
  private final JdbcUnitOfWork work;
  private final Function<SessionId, Optional<LocalSession>> unrevoked;

  JooqLocalSessionRepository(DSLContext sql, JdbcUnitOfWork work) {
    this.sql = sql;
    this.work = work;
    this.unrevoked = work.lookTogether(this::unrevoked);
  }

  @Override
  public void open(LocalSession session) {
    work.alone(
        () ->
            sql.insertInto(LOCAL_SESSIONS, ID, SUBJECT, TOKEN_HASH, CREATED_AT, EXPIRES_AT)
                .select(
                    select(
                            DSL.val(session.id().value()),
                            SUBJECT,
                            DSL.val(session.tokenHash()),
                            DSL.val(session.createdAt()),
                            DSL.val(session.expiresAt()))
                        .from(LOCAL_CREDENTIALS)
                        .where(SUBJECT.eq(session.subject()))
                        .forKeyShare())
                .execute());
  }

  @Override
  public Optional<LocalSession> findByToken(String tokenHash, Instant now) {
    return work.lookAlone(
        () ->
            sql.select(COLUMNS)
                .from(LOCAL_SESSIONS)
                .where(TOKEN_HASH.eq(tokenHash))
                .and(isGood(now))
                .fetchOptional(JooqLocalSessionRepository::session));
  }

  @Override
  public Optional<LocalSession> find(SessionId id, Instant now) {
    work.mustBeAlone();
    return unrevoked.apply(id).filter(session -> now.isBefore(session.expiresAt()));
  }

  /** Whoever makes a request asks for one: those of many requests are looked up at once. */
  private List<Optional<LocalSession>> unrevoked(List<SessionId> ids) {
    Map<SessionId, LocalSession> known =
        sql.select(COLUMNS)
            .from(LOCAL_SESSIONS)
            .where(ID.eq(DSL.any(ids.stream().map(SessionId::value).toArray(UUID[]::new))))
            .and(REVOKED_AT.isNull())
            .fetchMap(row -> new SessionId(row.get(ID)), JooqLocalSessionRepository::session);
    return ids.stream().map(id -> Optional.ofNullable(known.get(id))).toList();
  }

  @Override
  public Rotation rotate(String tokenHash, String nextTokenHash, Instant now) {
    return work.alone(
        () -> {
          Optional<LocalSession> rotated =
              sql.resultQuery(ROTATE, nextTokenHash, tokenHash, DSL.val(now), tokenHash)
                  .coerce(COLUMNS)
                  .fetchOptional(JooqLocalSessionRepository::session);
          return rotated
              .<Rotation>map(Rotation.Rotated::new)
              .orElseGet(() -> revokeIfReused(tokenHash, now));
        });
  }

  private Rotation revokeIfReused(String tokenHash, Instant now) {
    return sql.update(LOCAL_SESSIONS)
        .set(REVOKED_AT, now)
        .where(ID.eq(select(SESSION_ID).from(USED_SESSION_TOKENS).where(TOKEN_HASH.eq(tokenHash))))
        .and(isGood(now))
        .returningResult(ID)
        .fetchOptional(row -> new SessionId(row.value1()))
        .<Rotation>map(Rotation.Reused::new)
        .orElseGet(Rotation.Unknown::new);
  }

  @Override
  public void revoke(String subject, Optional<SessionId> only) {
    work.alone(
        () ->
            sql.update(LOCAL_SESSIONS)
                .set(REVOKED_AT, DSL.field("now()", REVOKED_AT.getDataType()))
                .where(SUBJECT.eq(subject))
                .and(only.map(id -> ID.eq(id.value())).orElse(noCondition()))
                .and(REVOKED_AT.isNull())
                .execute());
  }

  private static Condition isGood(Instant now) {
    return REVOKED_AT.isNull().and(EXPIRES_AT.gt(now));
  }

  private static LocalSession session(Record row) {
    return new LocalSession(
        new SessionId(row.get(ID)),
        row.get(SUBJECT),
        row.get(TOKEN_HASH),
        row.get(CREATED_AT),
        row.get(EXPIRES_AT));
  }
}
