package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/** What a provider knows of a subscription when it is asked. */
public sealed interface SubscriptionReading {
  <R> R match(Cases<R> cases);

  /** One branch for each reading. */
  interface Cases<R> {
    R known(Known known);

    R unknown(Unknown unknown);
  }

  /**
   * How it stands.
   *
   * @param subscription the id we gave it, where it was begun by us
   * @param paidUntil when the running period, or the trial, ends
   * @param endsAtPeriodEnd whether it was cancelled to end then
   */
  record Known(
      ProviderRef ref,
      Optional<SubscriptionId> subscription,
      ProviderRef customer,
      ProviderRef price,
      SubscriptionStatus status,
      Instant paidUntil,
      boolean endsAtPeriodEnd)
      implements SubscriptionReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.known(this);
    }
  }

  /** No answer came, or the provider does not know it. */
  record Unknown(String why) implements SubscriptionReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
