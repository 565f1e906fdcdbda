package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.util.Optional;

/** One installation of Hi.Events, ready to be used. */
public final class HiEvents {
  public static final ProviderId ID = new ProviderId("hi-events");

  private final TicketingProvider ticketing;
  private final WebhookProvider webhooks;

  private HiEvents(HiEventsConfig config, ProviderRuntime runtime) {
    ProviderHttp http =
        ProviderHttp.to(ID, config.baseUrl(), runtime)
            .limits(HttpLimits.DEFAULT.withExchange(config.timeout()))
            .build();
    HiEventsAddresses addresses = new HiEventsAddresses(config.pageUrl());
    this.ticketing =
        new TicketingProvider(
            ID,
            new HiEventsCatalog(
                http,
                config.user().map(user -> new HiEventsSession(http, user, runtime.clock())),
                addresses),
            config.crossAppPath().map(path -> new HiEventsSetup(config.pageUrl(), path)));
    HiEventsDelivery deliveries = new HiEventsDelivery(addresses, runtime.clock());
    this.webhooks =
        new WebhookProvider(
            ID,
            new HiEventsWebhooks(config.webhookSecret(), config.connections(), deliveries),
            Optional.of(new HiEventsOrganiserWebhooks(deliveries)));
  }

  /** Opens an installation. Nothing is called until something is asked. */
  public static HiEvents open(HiEventsConfig config, ProviderRuntime runtime) {
    return new HiEvents(config, runtime);
  }

  public TicketingProvider ticketingProvider() {
    return ticketing;
  }

  /** Returns who understands the webhooks that Hi.Events sends. */
  public WebhookProvider webhookProvider() {
    return webhooks;
  }
}
