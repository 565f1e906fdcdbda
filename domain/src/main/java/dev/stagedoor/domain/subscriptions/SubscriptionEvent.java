package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.util.Optional;

/**
 * What a provider tells of subscriptions unasked. It only points: the state is read again from the
 * provider, so the order of deliveries does not matter.
 */
public sealed interface SubscriptionEvent extends ProviderEvent {
  ProviderRef ref();

  Optional<SubscriptionId> subscription();

  /** Something happened to a subscription; {@code subscription} is the id we gave it. */
  record SubscriptionChanged(ProviderRef ref, Optional<SubscriptionId> subscription)
      implements SubscriptionEvent {}

  /** A bill of the subscription could not be taken; the provider tries again. */
  record PaymentFailed(ProviderRef ref, Optional<SubscriptionId> subscription)
      implements SubscriptionEvent {}
}
