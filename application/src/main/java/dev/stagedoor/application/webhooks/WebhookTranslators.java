package dev.stagedoor.application.webhooks;

import dev.stagedoor.application.providers.NamedProviders;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import java.util.List;
import java.util.Optional;

/**
 * Who understands whose webhooks. A stand-in (the sandbox) takes deliveries to the routes of
 * providers that are not on, as it does their other work.
 */
public final class WebhookTranslators {
  private final NamedProviders<WebhookProvider> providers;

  /**
   * @throws IllegalArgumentException when one id stands twice, or the stand-in is not among them
   */
  public WebhookTranslators(List<WebhookProvider> providers, Optional<ProviderId> standIn) {
    this.providers =
        new NamedProviders<>("providers of webhooks", providers, WebhookProvider::id, standIn);
  }

  /** One provider for everything. */
  public static WebhookTranslators only(WebhookProvider provider) {
    return new WebhookTranslators(List.of(provider), Optional.of(provider.id()));
  }

  /** Returns the provider that deliveries to a route named after {@code named} come from. */
  Optional<ProviderId> resolve(ProviderId named) {
    return providers.answering(named).map(WebhookProvider::id);
  }

  /** Tells whether a provider is heard by webhooks that merchants of their own set up. */
  public boolean hearMerchantsOf(ProviderId provider) {
    return of(provider).flatMap(WebhookProvider::merchants).isPresent();
  }

  Optional<WebhookProvider> of(ProviderId provider) {
    return providers.get(provider);
  }
}
