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

  /**
   * Returns those that a provider keeps and that are not over, and were last looked at before a
   * time, the longest unseen first.
   */
  List<Subscription> unseenSince(Instant time, int limit);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Subscription subscription);
}
