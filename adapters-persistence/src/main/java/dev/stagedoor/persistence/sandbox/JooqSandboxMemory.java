package dev.stagedoor.persistence.sandbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.sandbox.Remembered;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
final class JooqSandboxMemory implements SandboxMemory {
  private static final Table<Record> SANDBOX_MEMORY = table(name("sandbox_memory"));
  private static final Field<String> COLLECTION = field(name("collection"), SQLDataType.CLOB);
  private static final Field<String> ID = field(name("id"), SQLDataType.CLOB);
  private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
  private static final Field<JSONB> DOCUMENT = field(name("document"), SQLDataType.JSONB);
  private static final Field<Long> PLACE = field(name("place"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final JdbcUnitOfWork work;

  JooqSandboxMemory(DSLContext sql, JdbcUnitOfWork work) {
    this.sql = sql;
    this.work = work;
  }

  @Override
  public Optional<Remembered> find(String collection, String id) {
    return work.alone(
        () ->
            sql.select(COLLECTION, ID, VERSION, DOCUMENT)
                .from(SANDBOX_MEMORY)
                .where(COLLECTION.eq(collection))
                .and(ID.eq(id))
                .fetchOptional(JooqSandboxMemory::remembered));
  }

  @Override
  public List<Remembered> newest(String collection, int limit) {
    return work.alone(
        () ->
            sql.select(COLLECTION, ID, VERSION, DOCUMENT)
                .from(SANDBOX_MEMORY)
                .where(COLLECTION.eq(collection))
                .orderBy(PLACE.desc())
                .limit(limit)
                .fetch(JooqSandboxMemory::remembered));
  }

  @Override
  public boolean save(Remembered thing) {
    return work.alone(() -> (thing.version() == 0 ? insert(thing) : update(thing)) == 1);
  }

  @Override
  public void forget(String collection, String id) {
    work.alone(
        () ->
            sql.deleteFrom(SANDBOX_MEMORY)
                .where(COLLECTION.eq(collection))
                .and(ID.eq(id))
                .execute());
  }

  private int insert(Remembered thing) {
    return sql.insertInto(SANDBOX_MEMORY)
        .set(COLLECTION, thing.collection())
        .set(ID, thing.id())
        .set(VERSION, 1L)
        .set(DOCUMENT, JSONB.valueOf(thing.json()))
        .onConflictDoNothing()
        .execute();
  }

  private int update(Remembered thing) {
    return sql.update(SANDBOX_MEMORY)
        .set(VERSION, VERSION.plus(1))
        .set(DOCUMENT, JSONB.valueOf(thing.json()))
        .where(COLLECTION.eq(thing.collection()))
        .and(ID.eq(thing.id()))
        .and(VERSION.eq(thing.version()))
        .execute();
  }

  private static Remembered remembered(Record row) {
    return new Remembered(
        row.get(COLLECTION), row.get(ID), row.get(VERSION), row.get(DOCUMENT).data());
  }
}
