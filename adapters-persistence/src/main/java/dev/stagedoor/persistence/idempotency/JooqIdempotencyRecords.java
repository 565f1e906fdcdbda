package dev.stagedoor.persistence.idempotency;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.persistence.crypto.KeyedDigests;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
final class JooqIdempotencyRecords implements IdempotencyRecords {
  private static final Table<Record> RECORDS = table(name("idempotency_records"));
  private static final Field<String> SCOPE = field(name("scope"), SQLDataType.CLOB);
  private static final Field<String> KEY = field(name("key"), SQLDataType.CLOB);
  private static final Field<String> BODY_HASH = field(name("body_hash"), SQLDataType.CLOB);
  private static final Field<Instant> STARTED_AT = field(name("started_at"), SQLDataType.INSTANT);
  private static final Field<UUID> HOLDER = field(name("holder"), SQLDataType.UUID);
  private static final Field<Instant> HELD_UNTIL = field(name("held_until"), SQLDataType.INSTANT);
  private static final Field<Instant> KEPT_UNTIL = field(name("kept_until"), SQLDataType.INSTANT);
  private static final Field<Integer> STATUS = field(name("status"), SQLDataType.INTEGER);
  private static final Field<String> CONTENT_TYPE = field(name("content_type"), SQLDataType.CLOB);
  private static final Field<byte[]> BODY = field(name("body"), SQLDataType.BLOB);

  private final DSLContext sql;
  private final JdbcUnitOfWork work;
  private final KeyedDigests digests;

  JooqIdempotencyRecords(DSLContext sql, JdbcUnitOfWork work, KeyedDigests digests) {
    this.sql = sql;
    this.work = work;
    this.digests = digests;
  }

  @Override
  public Known start(Attempt attempt) {
    List<String> bodies = bodies(attempt.request());
    return work.alone(
        () ->
            take(attempt, bodies)
                ? new Known(State.STARTED, Optional.empty())
                : known(attempt.request(), bodies));
  }

  /**
   * What a body may be kept as: bodies hold passwords and PINs, which could be tried against a
   * plain hash. The first is for a new record; the last, that hash, is how records were kept
   * before, none of them longer than answers are.
   */
  private List<String> bodies(Request request) {
    List<String> bodies =
        new ArrayList<>(
            digests.of(List.of("body", request.scope(), request.key()), request.bodyHash()));
    bodies.add(request.bodyHash());
    return bodies;
  }

  /** One statement decides; where it does not take the key, it leaves the record locked. */
  private boolean take(Attempt attempt, List<String> bodies) {
    return sql.insertInto(RECORDS)
            .set(SCOPE, attempt.request().scope())
            .set(KEY, attempt.request().key())
            .set(BODY_HASH, bodies.get(0))
            .set(STARTED_AT, attempt.at())
            .set(HOLDER, attempt.holder())
            .set(HELD_UNTIL, attempt.heldUntil())
            .set(KEPT_UNTIL, attempt.keptUntil())
            .onConflict(SCOPE, KEY)
            .doUpdate()
            .set(BODY_HASH, excluded(BODY_HASH))
            .set(STARTED_AT, excluded(STARTED_AT))
            .set(HOLDER, excluded(HOLDER))
            .set(HELD_UNTIL, excluded(HELD_UNTIL))
            .set(KEPT_UNTIL, excluded(KEPT_UNTIL))
            .set(STATUS, inline(null, STATUS))
            .set(CONTENT_TYPE, inline(null, CONTENT_TYPE))
            .set(BODY, inline(null, BODY))
            .where(old(KEPT_UNTIL).le(attempt.at()).or(isLeft(attempt, bodies)))
            .execute()
        == 1;
  }

  /** Its holder let the lease run out. */
  private static Condition isLeft(Attempt attempt, List<String> bodies) {
    return old(BODY_HASH)
        .in(bodies)
        .and(old(STATUS).isNull())
        .and(old(HELD_UNTIL).le(attempt.at()));
  }

  /** Names a column of the record that is there, not of the one to be inserted. */
  private static <T> Field<T> old(Field<T> column) {
    return field(
        RECORDS.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
  }

  private Known known(Request request, List<String> bodies) {
    return sql.select(BODY_HASH, STATUS, CONTENT_TYPE, BODY)
        .from(RECORDS)
        .where(SCOPE.eq(request.scope()))
        .and(KEY.eq(request.key()))
        .fetchSingle(
            row -> {
              if (!bodies.contains(row.get(BODY_HASH))) {
                return new Known(State.OTHER_BODY, Optional.empty());
              }
              Integer status = row.get(STATUS);
              return status == null
                  ? new Known(State.RUNNING, Optional.empty())
                  : new Known(
                      State.FINISHED,
                      Optional.of(new Answer(status, row.get(CONTENT_TYPE), row.get(BODY))));
            });
  }

  @Override
  public void renew(Attempt attempt, Instant heldUntil) {
    work.alone(
        () -> sql.update(RECORDS).set(HELD_UNTIL, heldUntil).where(isHeld(attempt)).execute());
  }

  @Override
  public void finish(Attempt attempt, Answer answer) {
    work.alone(
        () ->
            sql.update(RECORDS)
                .set(STATUS, answer.status())
                .set(CONTENT_TYPE, answer.contentType())
                .set(BODY, answer.body())
                .where(isHeld(attempt))
                .execute());
  }

  @Override
  public void release(Attempt attempt) {
    work.alone(() -> sql.deleteFrom(RECORDS).where(isHeld(attempt)).execute());
  }

  private static Condition isHeld(Attempt attempt) {
    return SCOPE
        .eq(attempt.request().scope())
        .and(KEY.eq(attempt.request().key()))
        .and(HOLDER.eq(attempt.holder()))
        .and(STATUS.isNull());
  }

  @Override
  public int purge(Instant now) {
    return work.alone(() -> sql.deleteFrom(RECORDS).where(KEPT_UNTIL.le(now)).execute());
  }
}
