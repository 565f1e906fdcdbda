package dev.stagedoor.application.port;

import dev.stagedoor.application.notifications.ListedNotification;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;

/** The read side of notifications. All methods need an open unit of work. */
public interface NotificationQueries {
  /** Lists them, the newest first. */
  Page<ListedNotification> list(PageRequest page);
}
