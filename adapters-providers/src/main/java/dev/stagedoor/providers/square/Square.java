package dev.stagedoor.providers.square;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.UntrustedWebhooks;
import java.util.Optional;

/** What Square can do. Safe for threads; open one and keep it. */
public final class Square {
  /** How routes and references name it. */
  public static final ProviderId ID = new ProviderId("square");

  private final InvoicingProvider invoicing;
  private final WebhookProvider webhooks;

  private Square(SquareConfig config, ProviderRuntime runtime, HttpLimits limits) {
    SquareApi api = new SquareApi(config, runtime, limits);
    invoicing =
        new InvoicingProvider(
            ID,
            new SquareInvoices(api),
            new SquareMerchants(api, config.isLive()),
            Optional.empty());
    webhooks =
        new WebhookProvider(
            ID,
            new UntrustedWebhooks(),
            Optional.of(new SquareMerchantWebhooks(config.webhookUrl())));
  }

  /** Opens Square; nothing is asked of it yet. */
  public static Square open(SquareConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  /** Opens Square with other limits than usual. */
  public static Square open(SquareConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Square(config, runtime, limits);
  }

  /** Returns bills by payment links in the name of merchants who bring a token and a location. */
  public InvoicingProvider invoicingProvider() {
    return invoicing;
  }

  /** Returns who understands the webhooks that merchants set up. */
  public WebhookProvider webhookProvider() {
    return webhooks;
  }
}
