package dev.stagedoor.application.webhooks;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who understands whose webhooks. A stand-in (the sandbox) takes deliveries to the routes of
 * providers that are not on, as it does their other work.
 */
public final class WebhookTranslators {
  private final Map<ProviderId, WebhookProvider> byId = new LinkedHashMap<>();
  private final Optional<ProviderId> standIn;

  /**
   * @throws IllegalArgumentException when one id stands twice, or the stand-in is not among them
   */
  public WebhookTranslators(List<WebhookProvider> providers, Optional<ProviderId> standIn) {
    for (WebhookProvider provider : providers) {
      if (byId.put(provider.id(), provider) != null) {
        throw new IllegalArgumentException("two providers of webhooks are called " + provider.id());
      }
    }
    this.standIn = standIn;
    standIn.ifPresent(
        id -> {
          if (!byId.containsKey(id)) {
            throw new IllegalArgumentException("the stand-in " + id + " has no translator");
          }
        });
  }

  /** One provider for everything. */
  public static WebhookTranslators only(WebhookProvider provider) {
    return new WebhookTranslators(List.of(provider), Optional.of(provider.id()));
  }

  /** Returns the provider that deliveries to a route named after {@code named} come from. */
  Optional<ProviderId> resolve(ProviderId named) {
    return byId.containsKey(named) ? Optional.of(named) : standIn;
  }

  Optional<WebhookProvider> of(ProviderId provider) {
    return Optional.ofNullable(byId.get(provider));
  }
}
