package dev.stagedoor.domain.notifications.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.notifications.NotificationId;
import java.time.Instant;

/** Remembers who was dealt with. All methods need an open unit of work. */
public interface DeliveryRecords {
  /**
   * Notes that somebody was sent a notification, or skipped. Of any number of calls for one person
   * and notification, concurrent ones too, exactly one notes it.
   *
   * @param isSent false where they do not want it or cannot read it
   * @return whether this call did
   */
  boolean add(NotificationId notification, UserId user, boolean isSent, Instant now);
}
