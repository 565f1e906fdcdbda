package dev.stagedoor.domain.subscriptions.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps subscriptions. All methods need an open unit of work. */
public interface SubscriptionRepository {
  /** Finds and locks a subscription until the unit of work ends. */
  Optional<Subscription> lock(SubscriptionId id);

  /** Returns everything somebody ever began, the newest first. */
  List<Subscription> of(UserId holder);

  /** Returns those whose provider is to be asked by a time, the longest due first. */
  List<Subscription> due(Instant by, int limit);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Subscription subscription);
}
