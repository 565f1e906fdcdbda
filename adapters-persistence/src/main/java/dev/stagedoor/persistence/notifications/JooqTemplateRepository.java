package dev.stagedoor.persistence.notifications;

import static dev.stagedoor.persistence.notifications.NotificationTables.CHANGED_AT;
import static dev.stagedoor.persistence.notifications.NotificationTables.CREATED_AT;
import static dev.stagedoor.persistence.notifications.NotificationTables.ID;
import static dev.stagedoor.persistence.notifications.NotificationTables.IS_BUILT_IN;
import static dev.stagedoor.persistence.notifications.NotificationTables.KEY;
import static dev.stagedoor.persistence.notifications.NotificationTables.TEMPLATES;
import static dev.stagedoor.persistence.notifications.NotificationTables.VERSION;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.notifications.NotificationError;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.TemplateId;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

@Singleton
@InsideUnitOfWork
class JooqTemplateRepository implements TemplateRepository {
  private static final List<Field<?>> OWN =
      List.of(ID, KEY, IS_BUILT_IN, CREATED_AT, CHANGED_AT, VERSION);

  private final DSLContext sql;
  private final LetterColumns letters;

  JooqTemplateRepository(DSLContext sql, LetterColumns letters) {
    this.sql = sql;
    this.letters = letters;
  }

  @Override
  public Optional<Template> find(TemplateId id) {
    return templates().where(ID.eq(id.value())).fetchOptional(this::template);
  }

  @Override
  public Optional<Template> findByKey(String key) {
    return templates().where(KEY.eq(key)).fetchOptional(this::template);
  }

  @Override
  public List<Template> all() {
    return templates().orderBy(KEY.collate("C")).fetch(this::template);
  }

  private SelectJoinStep<Record> templates() {
    return sql.select(OWN).select(LetterColumns.ALL).from(TEMPLATES);
  }

  @Override
  public void save(Template template) {
    Versions.mustChange(template.version() == 0 ? add(template) : change(template));
  }

  private int add(Template template) {
    int added =
        sql.insertInto(TEMPLATES)
            .set(ID, template.id().value())
            .set(KEY, template.key())
            .set(IS_BUILT_IN, template.isBuiltIn())
            .set(letters.of(template.letter()))
            .set(CREATED_AT, template.createdAt())
            .set(CHANGED_AT, template.changedAt())
            .set(VERSION, 1L)
            .onConflictDoNothing()
            .execute();
    boolean isTaken =
        added == 0
            && sql.fetchExists(TEMPLATES, KEY.eq(template.key()).and(ID.ne(template.id().value())));
    if (isTaken) {
      throw new DomainException(NotificationError.TEMPLATE_KEY_TAKEN);
    }
    return added;
  }

  private int change(Template template) {
    return sql.update(TEMPLATES)
        .set(letters.of(template.letter()))
        .set(CHANGED_AT, template.changedAt())
        .set(VERSION, template.version() + 1)
        .where(ID.eq(template.id().value()))
        .and(VERSION.eq(template.version()))
        .execute();
  }

  @Override
  public void remove(TemplateId id) {
    sql.deleteFrom(TEMPLATES).where(ID.eq(id.value())).execute();
  }

  private Template template(Record row) {
    return Template.restore(
        new Template.Snapshot(
            new TemplateId(row.get(ID)),
            row.get(KEY),
            row.get(IS_BUILT_IN),
            letters.letter(row),
            row.get(CREATED_AT),
            row.get(CHANGED_AT),
            row.get(VERSION)));
  }
}
