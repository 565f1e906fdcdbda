package dev.stagedoor.providers.shopify;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.UntrustedWebhooks;
import java.util.Optional;

/** What Shopify can do. Safe for threads; open one, keep it, and close it at the end. */
public final class Shopify implements AutoCloseable {
  /** How routes and references name it. */
  public static final ProviderId ID = new ProviderId("shopify");

  private final ShopifyApi api;

  private Shopify(ShopifyConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.api = new ShopifyApi(config, runtime, limits);
  }

  /** Opens Shopify; nothing is asked of it yet. */
  public static Shopify open(ShopifyConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  /** Opens Shopify with other limits than usual. */
  public static Shopify open(ShopifyConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Shopify(config, runtime, limits);
  }

  public InvoicingProvider invoicingProvider() {
    return new InvoicingProvider(
        ID, new ShopifyInvoices(api), new ShopifyMerchants(api), Optional.empty());
  }

  /** Understands merchants' webhooks; the operator has none at Shopify. */
  public WebhookProvider webhookProvider() {
    return new WebhookProvider(
        ID, new UntrustedWebhooks(), Optional.of(new ShopifyMerchantWebhooks()));
  }

  @Override
  public void close() {
    api.close();
  }

  @Override
  public String toString() {
    return api.toString();
  }
}
