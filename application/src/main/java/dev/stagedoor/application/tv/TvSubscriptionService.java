package dev.stagedoor.application.tv;

import dev.stagedoor.application.subscriptions.OpenedSubscription;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import java.net.URI;

/** The subscription of a subscriber: begun, shown, managed and ended. */
@SuppressWarnings("DoNotCallSuggester")
public final class TvSubscriptionService {
  /**
   * Opens a page to subscribe on.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PLAN_UNKNOWN} where no plan on offer
   *     has the price, {@code ALREADY_SUBSCRIBED}, {@code INVALID_VALUE} for an address that is not
   *     one
   */
  public OpenedSubscription checkout(
      Actor actor, String priceId, URI whenDone, URI whenGivenUp, IdempotencyKey key) {
    throw new UnsupportedOperationException();
  }

  /** Returns what the caller has, also where it is nothing. */
  public SubscriptionView current(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Opens the page for cards, plans and bills. */
  public URI portal(Actor actor, URI comeBack) {
    throw new UnsupportedOperationException();
  }

  /** Ends it with what is paid for. Repeatable. */
  public SubscriptionView cancel(Actor actor) {
    throw new UnsupportedOperationException();
  }
}
