package dev.stagedoor.domain.notifications.port;

import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import java.util.Optional;

/** Keeps notifications. All methods need an open unit of work. */
public interface NotificationRepository {
  Optional<Notification> find(NotificationId id);

  Optional<Notification> findByKey(String key);

  /** Finds and locks a notification until the unit of work ends. */
  Optional<Notification> lock(NotificationId id);

  /**
   * Adds one unless there is one by its key already, which is then returned in its place. Of any
   * number of concurrent calls for one key exactly one adds.
   */
  Notification addOrFind(Notification notification);

  /**
   * Updates how far one has come.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile, or was never added
   */
  void save(Notification notification);
}
