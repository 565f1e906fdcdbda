package dev.stagedoor.providers.razorpay;

import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Razorpay in a server, and offers its providers. */
@Factory
final class RazorpayProviderFactory {
  @Singleton
  Razorpay razorpay(RazorpayConfig config, ProviderRuntime runtime) {
    return Razorpay.open(config, runtime);
  }

  @Singleton
  PaymentProvider razorpayPayments(Razorpay razorpay) {
    return razorpay.paymentProvider();
  }

  @Singleton
  WebhookProvider razorpayWebhooks(Razorpay razorpay) {
    return razorpay.webhookProvider();
  }
}
