package dev.stagedoor.providers.pretix;

import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens pretix in a server, and offers what it can do. */
@Factory
final class PretixProviderFactory {
  @Singleton
  PretixConfig config(PretixProperties properties) {
    return properties.toConfig();
  }

  @Singleton
  Pretix pretix(PretixConfig config, ProviderRuntime runtime) {
    return Pretix.open(config, runtime);
  }

  @Singleton
  TicketingProvider ticketing(Pretix pretix) {
    return pretix.ticketingProvider();
  }

  @Singleton
  WebhookProvider webhooks(Pretix pretix) {
    return pretix.webhookProvider();
  }
}
