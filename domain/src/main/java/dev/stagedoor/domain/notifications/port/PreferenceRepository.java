package dev.stagedoor.domain.notifications.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.notifications.Preferences;
import java.util.Collection;
import java.util.Map;

/** Keeps what people want to hear of. All methods need an open unit of work. */
public interface PreferenceRepository {
  /** Finds what somebody chose; for whoever never did it is what holds for everybody. */
  Preferences find(UserId user);

  /** Does the same, and locks it until the unit of work ends. */
  Preferences lock(UserId user);

  /** Finds what people chose; those who never did are left out. */
  Map<UserId, Preferences> of(Collection<UserId> users);

  /** Inserts or updates. */
  void save(Preferences preferences);
}
