package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.NotificationRepositoryContract;
import dev.stagedoor.domain.contract.PreferenceRepositoryContract;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.contract.TemplateRepositoryContract;
import dev.stagedoor.domain.contract.UnsubscribeSecretContract;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

class InMemoryNotificationsTest {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryNotifications all = InMemoryNotifications.in(store);

  private abstract class OnStore implements RepositoryContract {
    @Override
    public <T> T write(Supplier<T> work) {
      return store.write(work);
    }
  }

  @Nested
  class Templates extends OnStore implements TemplateRepositoryContract {
    @Override
    public TemplateRepository templates() {
      return all.templates();
    }
  }

  @Nested
  class Notifications extends OnStore implements NotificationRepositoryContract {
    @Override
    public NotificationRepository notifications() {
      return all.notifications();
    }
  }

  @Nested
  class Preferences extends OnStore implements PreferenceRepositoryContract {
    @Override
    public PreferenceRepository preferences() {
      return all.preferences();
    }
  }

  @Nested
  class Secrets extends OnStore implements UnsubscribeSecretContract {
    @Override
    public UnsubscribeSecret secret() {
      return all.unsubscribeSecret();
    }
  }
}
