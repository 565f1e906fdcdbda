package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.notifications.Notification;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of what was sent, the newest first. */
@Serdeable
public record NotificationsResponse(
    List<NotificationResponse.Notification> notifications, int page, int limit, long total) {
  static NotificationsResponse from(Page<Notification> page) {
    return new NotificationsResponse(
        page.items().stream().map(NotificationResponse.Notification::from).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
