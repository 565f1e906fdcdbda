package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.NotificationQueriesContract;
import dev.stagedoor.domain.fake.InMemoryNotificationRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryNotificationQueriesTest implements NotificationQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryNotificationRepository notifications =
      new InMemoryNotificationRepository(store);
  private final InMemoryNotificationQueries queries =
      new InMemoryNotificationQueries(notifications);

  @Override
  public InMemoryNotificationQueries queries() {
    return queries;
  }

  @Override
  public InMemoryNotificationRepository notifications() {
    return notifications;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
