package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
  public Optional<Notification> lock(NotificationId id) {
    return table.lock(id).map(Notification::restore);
  }

  @Override
  public Notification addOrFind(Notification notification) {
    Optional<String> key = notification.order().key();
    Optional<Notification.Snapshot> known =
        table.rows().filter(row -> key.isPresent() && row.order().key().equals(key)).findFirst();
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

  @Override
  public Page<Notification> list(PageRequest page) {
    List<Notification> all =
        table
            .rows()
            .sorted(
                Comparator.comparing(Notification.Snapshot::createdAt)
                    .thenComparing(row -> row.id().value().toString())
                    .reversed())
            .map(Notification::restore)
            .toList();
    return Page.of(all.stream().skip(page.offset()).limit(page.limit()).toList(), page, all.size());
  }
}
