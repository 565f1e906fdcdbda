package dev.stagedoor.persistence.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.audit.AuditId;
import dev.stagedoor.domain.audit.port.AuditLog;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.persistence.sql.Documents;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqAuditLog implements AuditLog {
  private static final Table<Record> ENTRIES = table(name("audit_entries"));
  private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
  private static final Field<UUID> ACTOR_ID = field(name("actor_id"), SQLDataType.UUID);
  private static final Field<String> ACTION = field(name("action"), SQLDataType.CLOB);
  private static final Field<String> SUBJECT_KIND = field(name("subject_kind"), SQLDataType.CLOB);
  private static final Field<UUID> SUBJECT_ID = field(name("subject_id"), SQLDataType.UUID);
  private static final Field<String> REASON = field(name("reason"), SQLDataType.CLOB);
  private static final Field<JSONB> BEFORE = field(name("before"), SQLDataType.JSONB);
  private static final Field<JSONB> AFTER = field(name("after"), SQLDataType.JSONB);

  private static final Argument<Map<String, String>> VALUES =
      Argument.mapOf(String.class, String.class);

  private final DSLContext sql;
  private final Documents documents;

  JooqAuditLog(DSLContext sql, Documents documents) {
    this.sql = sql;
    this.documents = documents;
  }

  @Override
  public void add(AuditEntry entry) {
    sql.insertInto(ENTRIES)
        .set(ID, entry.id().value())
        .set(AT, entry.at())
        .set(ACTOR_ID, entry.actor().map(UserId::value).orElse(null))
        .set(ACTION, entry.action())
        .set(SUBJECT_KIND, entry.subject().kind())
        .set(SUBJECT_ID, entry.subject().id())
        .set(REASON, entry.reason())
        .set(BEFORE, JSONB.valueOf(documents.write(entry.before())))
        .set(AFTER, JSONB.valueOf(documents.write(entry.after())))
        .execute();
  }

  @Override
  public Page<AuditEntry> list(Optional<UserId> actor, Optional<UUID> subject, PageRequest page) {
    Condition by = actor.map(id -> ACTOR_ID.eq(id.value())).orElse(noCondition());
    Condition of = subject.map(SUBJECT_ID::eq).orElse(noCondition());
    return Pages.fetch(
        sql,
        sql.select(ID, AT, ACTOR_ID, ACTION, SUBJECT_KIND, SUBJECT_ID, REASON, BEFORE, AFTER)
            .from(ENTRIES)
            .where(by, of)
            .orderBy(AT.desc(), ID.desc()),
        page,
        this::entry);
  }

  private AuditEntry entry(Record row) {
    return new AuditEntry(
        new AuditId(row.get(ID)),
        row.get(AT),
        Optional.ofNullable(row.get(ACTOR_ID)).map(UserId::new),
        row.get(ACTION),
        new Subject(row.get(SUBJECT_KIND), row.get(SUBJECT_ID)),
        row.get(REASON),
        documents.read(row.get(BEFORE).data(), VALUES),
        documents.read(row.get(AFTER).data(), VALUES));
  }
}
