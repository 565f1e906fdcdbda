package dev.stagedoor.application.fake;

import dev.stagedoor.application.notifications.ListedNotification;
import dev.stagedoor.application.port.NotificationQueries;
import dev.stagedoor.domain.fake.InMemoryNotificationRepository;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.Comparator;

/** Looks through the notifications that are kept in memory. */
public final class InMemoryNotificationQueries implements NotificationQueries {
  private final InMemoryNotificationRepository notifications;

  public InMemoryNotificationQueries(InMemoryNotificationRepository notifications) {
    this.notifications = notifications;
  }

  @Override
  public Page<ListedNotification> list(PageRequest page) {
    return Pages.of(
        notifications
            .all()
            .map(ListedNotification::of)
            .sorted(
                Comparator.comparing(ListedNotification::createdAt)
                    .thenComparing(one -> one.id().value().toString())
                    .reversed())
            .toList(),
        page);
  }
}
