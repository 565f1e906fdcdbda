package dev.stagedoor.providers.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeConfigTest {
  private static final String PREFIX = "stagedoor.providers.stripe.";

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "api-key", "sk_test_planted_key");
    settings.put(PREFIX + "publishable-key", "pk_test_public");
    settings.put(PREFIX + "webhook-secret", "whsec_planted");
    return settings;
  }

  private static ApplicationContext run(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .properties(settings)
        .singletons(ProviderRuntime.plain())
        .start();
  }

  private static StripeConfig read(Map<String, Object> settings) {
    try (ApplicationContext context = run(settings)) {
      return context.getBean(StripeConfig.class);
    }
  }

  @Test
  void whatIsLeftOutIsTheRealStripeWithoutConnect() {
    assertThat(read(settings()))
        .isEqualTo(
            StripeConfig.of(
                Secret.of("sk_test_planted_key"), "pk_test_public", Secret.of("whsec_planted")));
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + "client-id", "ca_platform");
    settings.put(PREFIX + "base-url", "http://localhost:1/");
    settings.put(PREFIX + "connect-url", "http://localhost:2");
    settings.put(PREFIX + "script-url", "http://localhost:3/v3/");

    assertThat(read(settings))
        .isEqualTo(
            new StripeConfig(
                Secret.of("sk_test_planted_key"),
                "pk_test_public",
                Secret.of("whsec_planted"),
                "ca_platform",
                URI.create("http://localhost:1/"),
                URI.create("http://localhost:2"),
                URI.create("http://localhost:3/v3/")));
  }

  @ParameterizedTest
  @CsvSource({
    "api-key, ''",
    "publishable-key, ''",
    "webhook-secret, ''",
    "api-key, pk_test_public",
    "api-key, 'sk_test_planted_key\n'",
    "publishable-key, sk_test_planted_key",
    "publishable-key, pk_live_public",
    "webhook-secret, planted",
    "webhook-secret, 'whsec_planted,'",
    "client-id, acct_1planted",
    "base-url, somewhere",
    "connect-url, ftp://somewhere/",
    "script-url, /v3/"
  })
  void whatIsMissingOrWrongIsNamedByItsKey(String key, String value) {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + key, value);

    assertThatThrownBy(() -> read(settings))
        .rootCause()
        .hasMessageStartingWith(PREFIX + key + " ")
        .hasMessageNotContaining("planted");
  }

  @Test
  void severalWebhookSecretsAreFine() {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + "webhook-secret", "whsec_a, whsec_b");

    assertThat(read(settings).webhookSecret()).isEqualTo(Secret.of("whsec_a, whsec_b"));
  }

  @Test
  void switchedOnItIsThereAndElseAbsent() {
    try (ApplicationContext context = run(settings())) {
      assertThat(context.getBean(PaymentProvider.class).id()).isEqualTo(Stripe.ID);
      assertThat(context.getBean(InvoicingProvider.class).id()).isEqualTo(Stripe.ID);
      assertThat(context.getBean(InvoicingProvider.class).consent()).isEmpty();
      assertThat(context.getBean(SubscriptionProvider.class).id()).isEqualTo(Stripe.ID);
      assertThat(context.getBean(WebhookProvider.class).id()).isEqualTo(Stripe.ID);
    }
    try (ApplicationContext context = run(Map.of())) {
      assertThat(context.containsBean(Stripe.class)).isFalse();
      assertThat(context.containsBean(StripeConfig.class)).isFalse();
    }
  }

  @Test
  void noKeyIsPrinted() {
    try (ApplicationContext context = run(settings())) {
      Stripe stripe = context.getBean(Stripe.class);

      assertThat(
              context.getBean(StripeConfig.class)
                  + " "
                  + stripe
                  + stripe.paymentProvider()
                  + stripe.invoicingProvider()
                  + stripe.subscriptionProvider()
                  + stripe.webhookProvider())
          .doesNotContain("planted");
    }
  }
}
