package dev.stagedoor.providers.razorpay;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** One account of Razorpay, ready to be used. */
public final class Razorpay {
  public static final ProviderId ID = new ProviderId("razorpay");

  /** Where the form's script reports how payers fare. */
  private static final URI REPORTS = URI.create("https://lumberjack.razorpay.com");

  /** From where the form's script gets more of itself. */
  private static final URI FILES = URI.create("https://cdn.razorpay.com");

  private final PaymentProvider payments;
  private final WebhookProvider webhooks;

  private Razorpay(RazorpayConfig config, ProviderRuntime runtime, HttpLimits limits) {
    RazorpayApi api = new RazorpayApi(config, runtime, limits);
    payments =
        new PaymentProvider(
            ID,
            RazorpayAmounts.currencies(),
            Optional.of(form(config)),
            new RazorpayCheckouts(api, config.keyId()),
            new RazorpayPaymentLookup(api),
            Optional.of(new RazorpayRefunds(api)));
    webhooks = new WebhookProvider(ID, new RazorpayWebhooks(config.webhookSecret()));
  }

  /** Opens an account. Nothing is called until something is asked. */
  public static Razorpay open(RazorpayConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  /** Opens an account that is given other times to answer in. */
  public static Razorpay open(RazorpayConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Razorpay(config, runtime, limits);
  }

  private static PaymentForm form(RazorpayConfig config) {
    URI script = config.checkoutUrl();
    return new PaymentForm(
        script,
        Set.of(script, FILES),
        Set.of(script, config.baseUrl()),
        Set.of(script, config.baseUrl(), REPORTS),
        true);
  }

  public PaymentProvider paymentProvider() {
    return payments;
  }

  /** Returns who understands the webhooks that Razorpay sends. */
  public WebhookProvider webhookProvider() {
    return webhooks;
  }
}
