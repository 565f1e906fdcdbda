package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.net.URI;
import java.util.Optional;

/**
 * Asks a provider for a page on which somebody subscribes. Our id travels with it.
 *
 * @param price the provider's price of the plan
 * @param customer the provider's record of this person from an earlier subscription
 * @param trialDays days before the first payment, none when zero
 */
public record SubscriptionRequest(
    SubscriptionId subscription,
    PlanPrice price,
    EmailAddress email,
    Optional<ProviderRef> customer,
    int trialDays,
    URI whenDone,
    URI whenGivenUp,
    IdempotencyKey key) {
  public SubscriptionRequest {
    if (trialDays < 0 || trialDays > 730) {
      throw new IllegalArgumentException("a trial lasts 0 to 730 days");
    }
  }
}
