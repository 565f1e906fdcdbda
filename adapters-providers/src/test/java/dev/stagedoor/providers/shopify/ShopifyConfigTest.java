package dev.stagedoor.providers.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyConfigTest {
  private static final String PREFIX = "stagedoor.providers.shopify.";

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(PREFIX + "enabled", "true");
    // As application.yml has them.
    settings.put(PREFIX + "base-url", "");
    return settings;
  }

  private static ApplicationContext run(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .properties(settings)
        .singletons(ProviderRuntime.plain())
        .start();
  }

  private static ShopifyConfig read(Map<String, Object> settings) {
    try (ApplicationContext context = run(settings)) {
      return context.getBean(ShopifyConfig.class);
    }
  }

  @Test
  void whatIsLeftOutIsTheRealShopify() {
    ShopifyConfig config = read(settings());

    assertThat(config).isEqualTo(ShopifyConfig.standard());
    assertThat(config.address("ada.myshopify.com"))
        .isEqualTo(URI.create("https://ada.myshopify.com/admin/api/2026-01"));
    assertThat(config.unfitForProduction()).isEmpty();
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + "api-version", "2026-07");
    settings.put(PREFIX + "base-url", "http://127.0.0.1:1/");

    ShopifyConfig config = read(settings);

    assertThat(config).isEqualTo(new ShopifyConfig("2026-07", URI.create("http://127.0.0.1:1")));
    assertThat(config.unfitForProduction()).containsExactly(PREFIX + "base-url is set");
  }

  @ParameterizedTest
  @CsvSource({
    "api-version, latest",
    "api-version, 2026-02",
    "api-version, ''",
    "base-url, somewhere",
    "base-url, ftp://somewhere/"
  })
  void whatIsWrongIsNamedByItsKey(String key, String value) {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + key, value);

    assertThatThrownBy(() -> read(settings)).rootCause().hasMessageStartingWith(PREFIX + key + " ");
  }

  @Test
  void switchedOnItIsThereAndElseAbsent() {
    try (ApplicationContext context = run(settings())) {
      assertThat(context.getBean(InvoicingProvider.class).id()).isEqualTo(Shopify.ID);
      assertThat(context.getBean(InvoicingProvider.class).consent()).isEmpty();
      assertThat(context.getBean(WebhookProvider.class).merchants()).isPresent();
    }
    try (ApplicationContext context = run(Map.of())) {
      assertThat(context.containsBean(Shopify.class)).isFalse();
      assertThat(context.containsBean(ShopifyConfig.class)).isFalse();
    }
  }
}
