package dev.stagedoor.application.webhooks;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.util.Map;
import java.util.Optional;

/**
 * Who understands whose webhooks. A stand-in (the sandbox) takes deliveries to the routes of
 * providers that are not on, as it does their other work.
 */
public final class WebhookTranslators {
  private final Map<ProviderId, WebhookTranslator> byId;
  private final Optional<ProviderId> standIn;

  public WebhookTranslators(
      Map<ProviderId, WebhookTranslator> translators, Optional<ProviderId> standIn) {
    this.byId = Map.copyOf(translators);
    this.standIn = standIn;
    standIn.ifPresent(
        id -> {
          if (!byId.containsKey(id)) {
            throw new IllegalArgumentException("the stand-in " + id + " has no translator");
          }
        });
  }

  /** Returns the provider that deliveries to a route named after {@code named} come from. */
  Optional<ProviderId> resolve(ProviderId named) {
    return byId.containsKey(named) ? Optional.of(named) : standIn;
  }

  Optional<WebhookTranslator> of(ProviderId provider) {
    return Optional.ofNullable(byId.get(provider));
  }
}
