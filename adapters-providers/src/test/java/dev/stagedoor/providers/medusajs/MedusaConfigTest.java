package dev.stagedoor.providers.medusajs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedusaConfigTest {
  private static final String PREFIX = "stagedoor.providers.medusajs.";

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(PREFIX + "enabled", "true");
    // As application.yml has them.
    settings.put(PREFIX + "link-template", "");
    settings.put(PREFIX + "allowed-hosts", List.of());
    return settings;
  }

  private static ApplicationContext run(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .properties(settings)
        .singletons(ProviderRuntime.plain())
        .start();
  }

  private static MedusaConfig read(Map<String, Object> settings) {
    try (ApplicationContext context = run(settings)) {
      return context.getBean(MedusaConfig.class);
    }
  }

  @Test
  void whatIsLeftOutCallsPublicServersAndGivesNoPage() {
    MedusaConfig config = read(settings());

    assertThat(config).isEqualTo(MedusaConfig.standard());
    assertThat(config.allowedHosts()).isEmpty();
    assertThat(config.page("order_1")).isEmpty();
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + "link-template", "https://shop.example.org/pay/{order}?x=1");
    settings.put(PREFIX + "allowed-hosts", "shop.internal, 10.0.0.5,[fd00::5]");

    MedusaConfig config = read(settings);

    assertThat(config.allowedHosts()).containsExactly("shop.internal", "10.0.0.5", "[fd00::5]");
    assertThat(config.page("order_1"))
        .contains(URI.create("https://shop.example.org/pay/order_1?x=1"));
  }

  @ParameterizedTest
  @CsvSource({
    "link-template, https://shop.example.org/pay",
    "link-template, https://shop.example.org/{id}",
    "link-template, '{order}'",
    "link-template, javascript:{order}",
    "link-template, https://{order}/pay",
    "link-template, https://shop.example.org/ {order}",
    "link-template, https://shop.example.org/{order}{x}",
    "allowed-hosts, https://shop.internal",
    "allowed-hosts, shop.internal:9000",
    "allowed-hosts, *"
  })
  void whatIsWrongIsNamedByItsKey(String key, String value) {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + key, value);

    assertThatThrownBy(() -> read(settings)).rootCause().hasMessageStartingWith(PREFIX + key + " ");
  }

  @Test
  void switchedOnItIsThereAndElseAbsent() {
    try (ApplicationContext context = run(settings())) {
      assertThat(context.getBean(InvoicingProvider.class).id()).isEqualTo(Medusa.ID);
      assertThat(context.getBean(InvoicingProvider.class).consent()).isEmpty();
    }
    try (ApplicationContext context = run(Map.of())) {
      assertThat(context.containsBean(Medusa.class)).isFalse();
      assertThat(context.containsBean(MedusaConfig.class)).isFalse();
    }
  }
}
