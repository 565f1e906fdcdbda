package dev.stagedoor.providers.shopify;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Shopify in a server, and offers its providers. */
@Factory
final class ShopifyProviderFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Shopify shopify(ShopifyConfig config, ProviderRuntime runtime) {
    return Shopify.open(config, runtime);
  }

  @Singleton
  InvoicingProvider shopifyInvoicing(Shopify shopify) {
    return shopify.invoicingProvider();
  }

  @Singleton
  WebhookProvider shopifyWebhooks(Shopify shopify) {
    return shopify.webhookProvider();
  }
}
