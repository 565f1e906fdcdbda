package dev.stagedoor.providers.square;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Square in a server, and offers its providers. */
@Factory
final class SquareProviderFactory {
  @Singleton
  Square square(SquareConfig config, ProviderRuntime runtime) {
    return Square.open(config, runtime);
  }

  @Singleton
  InvoicingProvider squareInvoicing(Square square) {
    return square.invoicingProvider();
  }

  @Singleton
  WebhookProvider squareWebhooks(Square square) {
    return square.webhookProvider();
  }
}
