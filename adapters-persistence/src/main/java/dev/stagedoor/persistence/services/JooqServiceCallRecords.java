package dev.stagedoor.persistence.services;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.services.port.ServiceCallRecords;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqServiceCallRecords implements ServiceCallRecords {
  private static final Table<Record> CALLS = table(name("service_calls"));
  private static final Field<String> SIGNATURE = field(name("signature"), SQLDataType.CLOB);
  private static final Field<Instant> SIGNED_AT = field(name("signed_at"), SQLDataType.INSTANT);

  private final DSLContext sql;

  JooqServiceCallRecords(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean add(String signature, Instant signedAt) {
    return sql.insertInto(CALLS)
            .set(SIGNATURE, signature)
            .set(SIGNED_AT, signedAt)
            .onConflict(SIGNATURE)
            .doNothing()
            .execute()
        == 1;
  }

  @Override
  public void forget(Instant before) {
    sql.deleteFrom(CALLS).where(SIGNED_AT.lt(before)).execute();
  }
}
