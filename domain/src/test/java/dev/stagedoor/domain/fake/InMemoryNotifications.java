package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.notifications.Preferences;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What notifications keep, all in one store. */
public record InMemoryNotifications(
    InMemoryTemplateRepository templates,
    InMemoryNotificationRepository notifications,
    PreferenceRepository preferences,
    UnsubscribeSecret unsubscribeSecret) {

  public static InMemoryNotifications in(InMemoryStore store) {
    return new InMemoryNotifications(
        new InMemoryTemplateRepository(store),
        new InMemoryNotificationRepository(store),
        new InMemoryPreferenceRepository(store),
        new InMemoryUnsubscribeSecret(store));
  }

  /** Keeps in memory what people want to hear of. */
  static final class InMemoryPreferenceRepository implements PreferenceRepository {
    private final InMemoryStore.Table<UserId, Preferences> table;

    InMemoryPreferenceRepository(InMemoryStore store) {
      table = store.table();
    }

    @Override
    public Preferences find(UserId user) {
      return table.find(user).orElseGet(() -> Preferences.usual(user));
    }

    @Override
    public Preferences lock(UserId user) {
      return table.lock(user).orElseGet(() -> Preferences.usual(user));
    }

    @Override
    public Map<UserId, Preferences> of(Collection<UserId> users) {
      Map<UserId, Preferences> found = new LinkedHashMap<>();
      users.forEach(user -> table.find(user).ifPresent(known -> found.put(user, known)));
      return found;
    }

    @Override
    public void save(Preferences preferences) {
      table.put(preferences.user(), preferences);
    }
  }

  /** Keeps the secret in memory. */
  static final class InMemoryUnsubscribeSecret implements UnsubscribeSecret {
    private final InMemoryStore.Table<String, Secret> table;

    InMemoryUnsubscribeSecret(InMemoryStore store) {
      table = store.table();
    }

    @Override
    public Secret keep(Secret proposed) {
      if (table.lock("").isEmpty()) {
        table.put("", proposed);
      }
      return table.find("").orElseThrow();
    }
  }
}
