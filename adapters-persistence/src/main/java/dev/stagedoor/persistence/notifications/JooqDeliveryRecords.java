package dev.stagedoor.persistence.notifications;

import static dev.stagedoor.persistence.notifications.NotificationTables.AT;
import static dev.stagedoor.persistence.notifications.NotificationTables.DELIVERIES;
import static dev.stagedoor.persistence.notifications.NotificationTables.IS_SENT;
import static dev.stagedoor.persistence.notifications.NotificationTables.NOTIFICATION_ID;
import static dev.stagedoor.persistence.notifications.NotificationTables.USER_ID;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.port.DeliveryRecords;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqDeliveryRecords implements DeliveryRecords {
  private final DSLContext sql;

  JooqDeliveryRecords(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean add(NotificationId notification, UserId user, boolean isSent, Instant now) {
    return sql.insertInto(DELIVERIES)
            .set(NOTIFICATION_ID, notification.value())
            .set(USER_ID, user.value())
            .set(IS_SENT, isSent)
            .set(AT, now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }
}
