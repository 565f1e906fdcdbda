package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was sent, and how far it has come, without what it says: texts are long, and lists too.
 *
 * @param to how the people were named
 */
public record ListedNotification(
    NotificationId id,
    Optional<String> key,
    String template,
    Category category,
    Addressees.Kind to,
    Optional<Role> role,
    Optional<UserId> by,
    Instant createdAt,
    long recipients,
    long sent,
    long skipped,
    Optional<Instant> finishedAt) {
  public static ListedNotification of(Notification one) {
    Notification.Order order = one.order();
    return new ListedNotification(
        one.id(),
        order.key(),
        order.template(),
        order.letter().category(),
        order.audience().kind(),
        order.audience().role(),
        one.by(),
        one.createdAt(),
        one.recipients(),
        one.sent(),
        one.skipped(),
        one.finishedAt());
  }

  public boolean isDone() {
    return finishedAt.isPresent();
  }
}
