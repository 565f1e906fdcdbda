package dev.stagedoor.persistence.notifications;

import static dev.stagedoor.persistence.notifications.NotificationTables.AUDIENCE;
import static dev.stagedoor.persistence.notifications.NotificationTables.AUDIENCE_ROLE;
import static dev.stagedoor.persistence.notifications.NotificationTables.CATEGORY;
import static dev.stagedoor.persistence.notifications.NotificationTables.CREATED_AT;
import static dev.stagedoor.persistence.notifications.NotificationTables.FINISHED_AT;
import static dev.stagedoor.persistence.notifications.NotificationTables.ID;
import static dev.stagedoor.persistence.notifications.NotificationTables.KEY;
import static dev.stagedoor.persistence.notifications.NotificationTables.NOTIFICATIONS;
import static dev.stagedoor.persistence.notifications.NotificationTables.RECIPIENTS;
import static dev.stagedoor.persistence.notifications.NotificationTables.SENT;
import static dev.stagedoor.persistence.notifications.NotificationTables.SENT_BY;
import static dev.stagedoor.persistence.notifications.NotificationTables.SKIPPED;
import static dev.stagedoor.persistence.notifications.NotificationTables.TEMPLATE_KEY;

import dev.stagedoor.application.notifications.ListedNotification;
import dev.stagedoor.application.port.NotificationQueries;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqNotificationQueries implements NotificationQueries {
  private static final List<Field<?>> SHORT =
      List.of(
          ID,
          KEY,
          TEMPLATE_KEY,
          CATEGORY,
          AUDIENCE,
          AUDIENCE_ROLE,
          SENT_BY,
          CREATED_AT,
          RECIPIENTS,
          SENT,
          SKIPPED,
          FINISHED_AT);

  private final DSLContext sql;

  JooqNotificationQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<ListedNotification> list(PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(SHORT).from(NOTIFICATIONS).orderBy(CREATED_AT.desc(), ID.desc()),
        page,
        JooqNotificationQueries::row);
  }

  private static ListedNotification row(Record row) {
    return new ListedNotification(
        new NotificationId(row.get(ID)),
        Optional.ofNullable(row.get(KEY)),
        row.get(TEMPLATE_KEY),
        Codes.parse(Category.class, row.get(CATEGORY)),
        Codes.parse(Addressees.Kind.class, row.get(AUDIENCE)),
        Optional.ofNullable(row.get(AUDIENCE_ROLE)).map(code -> Codes.parse(Role.class, code)),
        Optional.ofNullable(row.get(SENT_BY)).map(UserId::new),
        row.get(CREATED_AT),
        row.get(RECIPIENTS),
        row.get(SENT),
        row.get(SKIPPED),
        Optional.ofNullable(row.get(FINISHED_AT)));
  }
}
