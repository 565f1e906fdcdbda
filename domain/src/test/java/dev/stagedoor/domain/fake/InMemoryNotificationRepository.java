package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps notifications in memory. */
public final class InMemoryNotificationRepository implements NotificationRepository {
  private final InMemoryStore.Table<NotificationId, Notification.Snapshot> table;

  public InMemoryNotificationRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return table.find(id).map(Notification::restore);
  }

  @Override
  public Optional<Notification> findByKey(String key) {
    return rowBy(Optional.of(key)).map(Notification::restore);
  }

  private Optional<Notification.Snapshot> rowBy(Optional<String> key) {
    return table.rows().filter(row -> key.isPresent() && row.order().key().equals(key)).findFirst();
  }

  @Override
  public Optional<Notification> lock(NotificationId id) {
    return table.lock(id).map(Notification::restore);
  }

  @Override
  public Notification addOrFind(Notification notification) {
    Optional<Notification.Snapshot> known = rowBy(notification.order().key());
    if (known.isEmpty()) {
      put(notification);
    }
    return Notification.restore(known.or(() -> table.find(notification.id())).orElseThrow());
  }

  @Override
  public void save(Notification notification) {
    if (notification.version() == 0) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
    put(notification);
  }

  private void put(Notification notification) {
    Notification.Snapshot now = notification.snapshot();
    table.put(
        now.id(),
        new Notification.Snapshot(
            now.id(),
            now.order(),
            now.by(),
            now.createdAt(),
            now.recipients(),
            now.sent(),
            now.skipped(),
            now.reached(),
            now.finishedAt(),
            now.version() + 1),
        Notification.Snapshot::version,
        now.version());
  }

  /** Returns all of them, in no order. */
  public Stream<Notification> all() {
    return table.rows().map(Notification::restore);
  }
}
