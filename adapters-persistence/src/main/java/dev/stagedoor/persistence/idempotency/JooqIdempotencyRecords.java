package dev.stagedoor.persistence.idempotency;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
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
  private static final Field<Instant> STARTED_AT =
      field(name("idempotency_records", "started_at"), SQLDataType.INSTANT);
  private static final Field<Integer> STATUS = field(name("status"), SQLDataType.INTEGER);
  private static final Field<String> CONTENT_TYPE = field(name("content_type"), SQLDataType.CLOB);
  private static final Field<byte[]> BODY = field(name("body"), SQLDataType.BLOB);

  private final DSLContext sql;
  private final JdbcUnitOfWork work;

  JooqIdempotencyRecords(DSLContext sql, JdbcUnitOfWork work) {
    this.sql = sql;
    this.work = work;
  }

  @Override
  public Known start(Request request, Instant now, Instant expired) {
    return work.alone(
        () ->
            take(request, now, expired)
                ? new Known(State.STARTED, Optional.empty())
                : known(request));
  }

  /** One statement decides; where it does not take the key, it leaves the record locked. */
  private boolean take(Request request, Instant now, Instant expired) {
    return sql.insertInto(RECORDS)
            .set(SCOPE, request.scope())
            .set(KEY, request.key())
            .set(BODY_HASH, request.bodyHash())
            .set(STARTED_AT, now)
            .onConflict(SCOPE, KEY)
            .doUpdate()
            .set(BODY_HASH, excluded(BODY_HASH))
            .set(STARTED_AT, excluded(STARTED_AT))
            .set(STATUS, inline(null, STATUS))
            .set(CONTENT_TYPE, inline(null, CONTENT_TYPE))
            .set(BODY, inline(null, BODY))
            .where(STARTED_AT.lt(expired))
            .execute()
        == 1;
  }

  private Known known(Request request) {
    return sql.select(BODY_HASH, STATUS, CONTENT_TYPE, BODY)
        .from(RECORDS)
        .where(SCOPE.eq(request.scope()))
        .and(KEY.eq(request.key()))
        .fetchSingle(
            row -> {
              if (!row.get(BODY_HASH).equals(request.bodyHash())) {
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
  public void finish(Request request, Answer answer) {
    work.alone(
        () ->
            sql.update(RECORDS)
                .set(STATUS, answer.status())
                .set(CONTENT_TYPE, answer.contentType())
                .set(BODY, answer.body())
                .where(isRunning(request))
                .execute());
  }

  @Override
  public void release(Request request) {
    work.alone(() -> sql.deleteFrom(RECORDS).where(isRunning(request)).execute());
  }

  private static Condition isRunning(Request request) {
    return SCOPE
        .eq(request.scope())
        .and(KEY.eq(request.key()))
        .and(BODY_HASH.eq(request.bodyHash()))
        .and(STATUS.isNull());
  }

  @Override
  public int purge(Instant expired) {
    return work.alone(() -> sql.deleteFrom(RECORDS).where(STARTED_AT.lt(expired)).execute());
  }
}
