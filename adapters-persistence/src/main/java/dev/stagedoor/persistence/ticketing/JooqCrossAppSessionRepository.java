package dev.stagedoor.persistence.ticketing;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import dev.stagedoor.persistence.ticketing.TicketingTables.Sessions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqCrossAppSessionRepository implements CrossAppSessionRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Sessions.ID,
          Sessions.TOKEN_HASH,
          Sessions.USER_ID,
          Sessions.ACCOUNT_ID,
          Sessions.APP,
          Sessions.EVENT_ID,
          Sessions.CREATED_AT,
          Sessions.EXPIRES_AT,
          Sessions.ENDS_AT,
          Sessions.REFERENCE_HASH,
          Sessions.LAST_USED_AT);

  private final DSLContext sql;

  JooqCrossAppSessionRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void add(CrossAppSession session) {
    sql.insertInto(Sessions.TABLE)
        .set(Sessions.ID, session.id())
        .set(Sessions.TOKEN_HASH, session.tokenHash())
        .set(Sessions.USER_ID, session.user().value())
        .set(Sessions.ACCOUNT_ID, session.account().value())
        .set(Sessions.APP, session.app())
        .set(Sessions.EVENT_ID, session.event().map(TicketedEventId::value).orElse(null))
        .set(Sessions.CREATED_AT, session.createdAt())
        .set(Sessions.EXPIRES_AT, session.expiresAt())
        .set(Sessions.ENDS_AT, session.endsAt())
        .set(Sessions.REFERENCE_HASH, session.referenceHash().orElse(null))
        .set(Sessions.LAST_USED_AT, session.lastUsedAt().orElse(null))
        .execute();
  }

  @Override
  public Optional<CrossAppSession> lockByToken(String tokenHash) {
    Condition wanted = Sessions.TOKEN_HASH.eq(tokenHash);
    // Most that come with an exchanged token come at once, and would all wait for each other.
    return sql.select(COLUMNS)
        .from(Sessions.TABLE)
        .where(wanted)
        .and(Sessions.REFERENCE_HASH.isNotNull())
        .fetchOptional(JooqCrossAppSessionRepository::session)
        .or(() -> lock(wanted));
  }

  @Override
  public Optional<CrossAppSession> lockByReference(String referenceHash) {
    return lock(Sessions.REFERENCE_HASH.eq(referenceHash));
  }

  private Optional<CrossAppSession> lock(Condition wanted) {
    return sql.select(COLUMNS)
        .from(Sessions.TABLE)
        .where(wanted)
        .forUpdate()
        .fetchOptional(JooqCrossAppSessionRepository::session);
  }

  /** Only what exchanging and using a session changes; the rest is as it began. */
  @Override
  public void save(CrossAppSession session) {
    sql.update(Sessions.TABLE)
        .set(Sessions.EXPIRES_AT, session.expiresAt())
        .set(Sessions.REFERENCE_HASH, session.referenceHash().orElse(null))
        .set(Sessions.LAST_USED_AT, session.lastUsedAt().orElse(null))
        .where(Sessions.ID.eq(session.id()))
        .execute();
  }

  @Override
  public int purge(Instant before) {
    return sql.deleteFrom(Sessions.TABLE).where(Sessions.EXPIRES_AT.lt(before)).execute();
  }

  private static CrossAppSession session(Record row) {
    return new CrossAppSession(
        row.get(Sessions.ID),
        row.get(Sessions.TOKEN_HASH),
        new UserId(row.get(Sessions.USER_ID)),
        new UserId(row.get(Sessions.ACCOUNT_ID)),
        row.get(Sessions.APP),
        Optional.ofNullable(row.get(Sessions.EVENT_ID)).map(TicketedEventId::new),
        row.get(Sessions.CREATED_AT),
        row.get(Sessions.EXPIRES_AT),
        row.get(Sessions.ENDS_AT),
        Optional.ofNullable(row.get(Sessions.REFERENCE_HASH)),
        Optional.ofNullable(row.get(Sessions.LAST_USED_AT)));
  }
}
