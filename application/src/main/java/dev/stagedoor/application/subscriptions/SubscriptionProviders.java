package dev.stagedoor.application.subscriptions;

import dev.stagedoor.application.providers.NamedProviders;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import java.util.List;
import java.util.Optional;

/** Who keeps subscriptions, and whom new ones are begun with. */
public final class SubscriptionProviders {
  private final NamedProviders<SubscriptionProvider> providers;
  private final Optional<ProviderId> fresh;

  private SubscriptionProviders(List<SubscriptionProvider> providers, Optional<ProviderId> fresh) {
    this.providers =
        new NamedProviders<>(
            "subscription providers", providers, SubscriptionProvider::id, Optional.empty());
    this.fresh = fresh;
    fresh.ifPresent(
        id -> {
          if (this.providers.get(id).isEmpty()) {
            throw new IllegalArgumentException(
                "the route subscriptions leads to "
                    + id
                    + ", which is not on; on are "
                    + this.providers.description());
          }
        });
  }

  /**
   * Begins new subscriptions with one of these.
   *
   * @throws IllegalArgumentException when one id stands twice, or the one that is named is not on
   */
  public static SubscriptionProviders of(List<SubscriptionProvider> providers, ProviderId fresh) {
    return new SubscriptionProviders(providers, Optional.of(fresh));
  }

  /** One provider for everything. */
  public static SubscriptionProviders only(SubscriptionProvider provider) {
    return of(List.of(provider), provider.id());
  }

  /** For whoever lets nobody subscribe. */
  public static SubscriptionProviders none() {
    return new SubscriptionProviders(List.of(), Optional.empty());
  }

  /** Returns whom new ones are begun with; empty where there is {@linkplain #none nobody}. */
  public Optional<SubscriptionProvider> forNew() {
    return fresh.flatMap(providers::get);
  }

  /** Returns who keeps a subscription, empty when that provider is not on any more. */
  public Optional<SubscriptionProvider> of(ProviderRef subscription) {
    return providers.get(subscription.provider());
  }

  /** Returns in words who keeps new ones. */
  public String description() {
    return fresh.map(ProviderId::value).orElse("nobody");
  }
}
