package dev.stagedoor.providers.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RazorpayConfigTest {
  private static final String PREFIX = "stagedoor.providers.razorpay.";

  private static Map<String, Object> least() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "key-id", "rzp_test_1planted");
    settings.put(PREFIX + "key-secret", "hush-key");
    settings.put(PREFIX + "webhook-secret", "hush-webhook");
    return settings;
  }

  private static ApplicationContext run(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .properties(settings)
        .singletons(ProviderRuntime.plain())
        .start();
  }

  @Test
  void whatIsLeftOutIsTheRealRazorpay() {
    try (ApplicationContext context = run(least())) {
      RazorpayConfig config = context.getBean(RazorpayConfig.class);

      assertThat(config)
          .isEqualTo(
              RazorpayConfig.of(
                  "rzp_test_1planted", Secret.of("hush-key"), Secret.of("hush-webhook")));
      assertThat(config.baseUrl()).isEqualTo(URI.create("https://api.razorpay.com"));
      assertThat(config.toString()).doesNotContain("hush", "planted");
      assertThat(context.getBean(PaymentProvider.class).id()).isEqualTo(Razorpay.ID);
      assertThat(context.getBean(WebhookProvider.class).id()).isEqualTo(Razorpay.ID);
    }
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "base-url", "http://localhost:1");
    settings.put(PREFIX + "checkout-url", "http://localhost:2/checkout.js");

    try (ApplicationContext context = run(settings)) {
      assertThat(context.getBean(RazorpayConfig.class))
          .isEqualTo(
              new RazorpayConfig(
                  "rzp_test_1planted",
                  Secret.of("hush-key"),
                  Secret.of("hush-webhook"),
                  URI.create("http://localhost:1"),
                  URI.create("http://localhost:2/checkout.js")));
    }
  }

  @Test
  void browsersAreToldWhatTheFormNeeds() {
    try (ApplicationContext context = run(least())) {
      PaymentForm form = context.getBean(PaymentProvider.class).form().orElseThrow();

      assertThat(form.script())
          .isEqualTo(URI.create("https://checkout.razorpay.com/v1/checkout.js"));
      assertThat(form.scripts()).contains(form.script());
      assertThat(form.frames()).contains(URI.create("https://api.razorpay.com"));
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "enabled", "false");

    try (ApplicationContext context = run(settings)) {
      assertThat(context.containsBean(Razorpay.class)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-id", "key-secret", "webhook-secret"})
  void whatIsMissingIsNamed(String key) {
    Map<String, Object> settings = least();
    settings.remove(PREFIX + key);
    assertRefused(settings, key);

    settings.put(PREFIX + key, " ");
    assertRefused(settings, key);
  }

  @ParameterizedTest
  @CsvSource({
    "key-id, sk_test_planted",
    "key-id, rzp_test_",
    "key-id, rzp_test_a:b",
    "base-url, somewhere",
    "checkout-url, ftp://somewhere/"
  })
  void whatMakesNoSenseIsNamed(String key, String value) {
    Map<String, Object> settings = least();
    settings.put(PREFIX + key, value);

    assertRefused(settings, key);
  }

  private static void assertRefused(Map<String, Object> settings, String key) {
    try (ApplicationContext context = run(settings)) {
      assertThatThrownBy(() -> context.getBean(Razorpay.class))
          .hasStackTraceContaining(key)
          .satisfies(
              problem ->
                  assertThat(String.valueOf(problem.getMessage()))
                      .doesNotContain("planted", "hush"));
    }
  }
}
