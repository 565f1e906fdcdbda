package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Hi.Events in a server, and offers what it can do. */
@Factory
final class HiEventsProviderFactory {
  @Singleton
  HiEventsConfig config(HiEventsProperties properties) {
    return properties.toConfig();
  }

  @Singleton
  HiEvents hiEvents(HiEventsConfig config, ProviderRuntime runtime) {
    return HiEvents.open(config, runtime);
  }

  @Singleton
  TicketingProvider ticketing(HiEvents hiEvents) {
    return hiEvents.ticketingProvider();
  }

  @Singleton
  WebhookProvider webhooks(HiEvents hiEvents) {
    return hiEvents.webhookProvider();
  }
}
