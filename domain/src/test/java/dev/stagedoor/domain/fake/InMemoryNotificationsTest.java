package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.DeliveryRecordsContract;
import dev.stagedoor.domain.contract.NotificationRepositoryContract;
import dev.stagedoor.domain.contract.PreferenceRepositoryContract;
import dev.stagedoor.domain.contract.TemplateRepositoryContract;
import dev.stagedoor.domain.contract.UnsubscribeSecretContract;
import dev.stagedoor.domain.notifications.port.DeliveryRecords;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

class InMemoryNotificationsTest {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryNotifications all = InMemoryNotifications.in(store);

  @Nested
  class Templates implements TemplateRepositoryContract {
    @Override
    public TemplateRepository templates() {
      return all.templates();
    }

    @Override
    public <T> T write(Supplier<T> work) {
      return store.write(work);
    }
  }

  @Nested
  class Notifications implements NotificationRepositoryContract {
    @Override
    public NotificationRepository notifications() {
      return all.notifications();
    }

    @Override
    public <T> T write(Supplier<T> work) {
      return store.write(work);
    }
  }

  @Nested
  class Deliveries implements DeliveryRecordsContract {
    @Override
    public DeliveryRecords deliveries() {
      return all.deliveries();
    }

    @Override
    public <T> T write(Supplier<T> work) {
      return store.write(work);
    }
  }

  @Nested
  class Preferences implements PreferenceRepositoryContract {
    @Override
    public PreferenceRepository preferences() {
      return all.preferences();
    }

    @Override
    public <T> T write(Supplier<T> work) {
      return store.write(work);
    }
  }

  @Nested
  class Secrets implements UnsubscribeSecretContract {
    @Override
    public UnsubscribeSecret secret() {
      return all.unsubscribeSecret();
    }

    @Override
    public <T> T write(Supplier<T> work) {
      return store.write(work);
    }
  }
}
