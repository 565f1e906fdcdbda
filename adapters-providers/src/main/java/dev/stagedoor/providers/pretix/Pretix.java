package dev.stagedoor.providers.pretix;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;

/** One installation of pretix, ready to be used. */
public final class Pretix {
  public static final ProviderId ID = new ProviderId("pretix");

  private final TicketingProvider ticketing;
  private final WebhookProvider webhooks;

  private Pretix(PretixConfig config, ProviderRuntime runtime) {
    ProviderHttp http =
        ProviderHttp.to(ID, config.baseUrl(), runtime)
            .credential("Authorization", Secret.of("Token " + config.token().reveal()))
            .limits(HttpLimits.DEFAULT.withExchange(config.timeout()))
            .build();
    this.ticketing =
        new TicketingProvider(
            ID,
            new PretixCatalog(
                http,
                new PretixAddresses(config.baseUrl(), config.webhookToken()),
                runtime.clock()));
    this.webhooks =
        new WebhookProvider(ID, new PretixWebhooks(config.webhookToken(), runtime.clock()));
  }

  /** Opens an installation. Nothing is called until something is asked. */
  public static Pretix open(PretixConfig config, ProviderRuntime runtime) {
    return new Pretix(config, runtime);
  }

  public TicketingProvider ticketingProvider() {
    return ticketing;
  }

  /** Returns who understands the webhooks that pretix sends. */
  public WebhookProvider webhookProvider() {
    return webhooks;
  }
}
