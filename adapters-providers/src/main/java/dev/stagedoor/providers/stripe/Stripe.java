package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What Stripe can do. Safe for threads; open one and keep it. */
public final class Stripe {
  /** How routes and references name it. */
  public static final ProviderId ID = StripeCalls.STRIPE;

  /** Where the form's script gets frames and more of itself. */
  private static final URI MORE_SCRIPTS = URI.create("https://*.js.stripe.com");

  /** Where banks ask payers whether it is them. */
  private static final URI AUTHENTICATION = URI.create("https://hooks.stripe.com");

  private final StripeCalls calls;
  private final StripeWebhooks webhooks;
  private final StripeMerchantWebhooks merchants;

  private Stripe(StripeConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.calls = new StripeCalls(config, runtime, limits);
    this.webhooks = new StripeWebhooks(config.webhookSecret(), runtime.clock());
    this.merchants = new StripeMerchantWebhooks(runtime.clock());
  }

  /** Opens Stripe; nothing is asked of it yet. */
  public static Stripe open(StripeConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  /** Opens Stripe with other limits than usual. */
  public static Stripe open(StripeConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Stripe(config, runtime, limits);
  }

  public PaymentProvider paymentProvider() {
    return new PaymentProvider(
        ID,
        StripeAmounts.currencies(),
        Optional.of(form(calls.config())),
        new StripeCheckouts(calls),
        new StripePaymentLookup(calls),
        Optional.of(new StripeRefunds(calls)));
  }

  private static PaymentForm form(StripeConfig config) {
    URI script = config.scriptUrl();
    return new PaymentForm(
        script,
        Set.of(script, MORE_SCRIPTS),
        Set.of(script, MORE_SCRIPTS, AUTHENTICATION),
        Set.of(script, config.baseUrl()),
        false);
  }

  public InvoicingProvider invoicingProvider() {
    return new InvoicingProvider(
        ID,
        new StripeInvoices(calls),
        new StripeMerchants(calls),
        calls.config().platform().map(client -> new StripeConsent(calls, client)));
  }

  public SubscriptionProvider subscriptionProvider() {
    return new SubscriptionProvider(
        ID, new StripeSubscriptions(calls), new StripeSubscribePages(calls));
  }

  public WebhookProvider webhookProvider() {
    return new WebhookProvider(ID, webhooks, Optional.of(merchants));
  }

  @Override
  public String toString() {
    return calls.toString();
  }
}
