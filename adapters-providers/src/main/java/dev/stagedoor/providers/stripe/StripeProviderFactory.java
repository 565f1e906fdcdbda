package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Stripe in a server, and offers its providers. */
@Factory
final class StripeProviderFactory {
  @Singleton
  Stripe stripe(StripeConfig config, ProviderRuntime runtime) {
    return Stripe.open(config, runtime);
  }

  @Singleton
  PaymentProvider stripePayments(Stripe stripe) {
    return stripe.paymentProvider();
  }

  @Singleton
  InvoicingProvider stripeInvoicing(Stripe stripe) {
    return stripe.invoicingProvider();
  }

  @Singleton
  SubscriptionProvider stripeSubscriptions(Stripe stripe) {
    return stripe.subscriptionProvider();
  }

  @Singleton
  WebhookProvider stripeWebhooks(Stripe stripe) {
    return stripe.webhookProvider();
  }
}
