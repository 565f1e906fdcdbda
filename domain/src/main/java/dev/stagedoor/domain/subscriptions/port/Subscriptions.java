package dev.stagedoor.domain.subscriptions.port;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.CancelWhen;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import java.net.URI;

/** Begins, changes and ends subscriptions that a provider keeps. */
public interface Subscriptions {
  /**
   * Makes a page on which one person subscribes once. The same key gives the same page.
   *
   * @throws ProviderException when surely no page was made
   */
  SubscribeOutcome begin(SubscriptionRequest request);

  /**
   * Returns the provider's present knowledge. Reads only; never throws for what the provider did.
   */
  SubscriptionReading find(ProviderRef subscription);

  /**
   * Makes a short-lived page on which a customer changes cards and plans and sees bills.
   *
   * @throws ProviderException {@code REJECTED} when there is no such customer
   */
  URI portal(ProviderRef customer, URI comeBack);

  /**
   * Moves a subscription to another price now; what was paid for is set off. Idempotent.
   *
   * @return what the provider then knows; {@code Unknown} when the answer was lost
   * @throws ProviderException {@code REJECTED} when the subscription is over or the price unknown
   */
  SubscriptionReading change(ProviderRef subscription, PlanPrice price, IdempotencyKey key);

  /**
   * Ends a subscription at once or when what was paid for is over. Idempotent.
   *
   * @return what the provider then knows; {@code Unknown} when the answer was lost
   * @throws ProviderException when surely nothing was done
   */
  SubscriptionReading cancel(ProviderRef subscription, CancelWhen when);
}
