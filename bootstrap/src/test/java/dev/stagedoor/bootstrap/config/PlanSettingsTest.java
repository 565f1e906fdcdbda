package dev.stagedoor.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.application.Settings;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first plans of subscription TV as settings name them. */
class PlanSettingsTest extends SettingsScene {
  @TempDir Path folder;

  private static Map<String, Object> aPlan(String... changes) {
    Map<String, Object> plan = new HashMap<>();
    plan.put("id", "price_small");
    plan.put("name", "Small");
    plan.put("price", "2.50");
    plan.put("profiles", 1);
    plan.put("playlists", 1);
    plan.put("favorites", 10);
    for (int i = 0; i < changes.length; i += 2) {
      plan.put(changes[i], changes[i + 1]);
    }
    return plan;
  }

  private static Map<String, Plan.Terms> plans(ApplicationContextBuilder server) {
    try (ApplicationContext context = server.build().start()) {
      return context.getBean(TvConfig.class).tv().plans();
    }
  }

  @Test
  void theFirstPlansAreTheHousesUntilOthersAreNamed() throws IOException {
    Plan.Terms small =
        new Plan.Terms(
            "Small",
            new Money(250, Currency.getInstance("USD")),
            new Limits(1, 1, 10),
            Map.of("hd", true));
    Plan.Terms large =
        new Plan.Terms(
            "Large", new Money(900, Currency.getInstance("JPY")), new Limits(5, 4, 0), Map.of());
    Path file = folder.resolve("plans.yml");
    Files.writeString(
        file,
        """
        stagedoor:
          tv:
            plans:
              - {id: price_small, name: Small, price: 2.50, profiles: 1, playlists: 1, favorites: 10, features: [hd]}
              - {id: price_large, name: Large, price: 900, currency: jpy, profiles: 5, playlists: 4, favorites: 0}
        """);

    assertThat(plans(server())).isEqualTo(Settings.Tv.standard().plans()).hasSize(3);
    assertThat(
            plans(
                server()
                    .properties(Map.of("stagedoor.tv.plans", List.of(aPlan("features", "hd"))))))
        .containsExactly(Map.entry("price_small", small));
    Map<String, Object> ofFile;
    try (InputStream stream = Files.newInputStream(file)) {
      ofFile = new YamlPropertySourceLoader().read("plans", stream);
    }
    assertThat(plans(server().propertySources(PropertySource.of("plans", ofFile))))
        .containsExactly(Map.entry("price_small", small), Map.entry("price_large", large));
    assertThat(
            plans(
                server()
                    .args(
                        "--stagedoor.tv.plans[0].id=price_small",
                        "--stagedoor.tv.plans[0].name=Small",
                        "--stagedoor.tv.plans[0].price=2.50",
                        "--stagedoor.tv.plans[0].profiles=1",
                        "--stagedoor.tv.plans[0].playlists=1",
                        "--stagedoor.tv.plans[0].favorites=10",
                        "--stagedoor.tv.plans[0].features=hd")))
        .containsExactly(Map.entry("price_small", small));
  }

  @ParameterizedTest
  @CsvSource({
    "id, '', .id must be set",
    "id, two words, is not a plan",
    "name, '', .name must be set",
    "price, -1, .price must be zero or more",
    "price, 2.505, .price must be zero or more",
    "price, dear, .price must be zero or more",
    "currency, dollars, .currency must be an ISO 4217 code",
    "profiles, 0, is not a plan",
    "playlists, many, .playlists must be a whole number",
    "features, Not A Name, is not a plan",
    "pirce, 3, .pirce is not a setting"
  })
  void whatAPlanCannotBeIsRefusedByName(String key, String value, String rule) {
    assertThat(
            catchThrowable(
                () ->
                    plans(
                        server()
                            .properties(Map.of("stagedoor.tv.plans", List.of(aPlan(key, value)))))))
        .hasStackTraceContaining("InvalidSetting: stagedoor.tv.plans[0]")
        .hasStackTraceContaining(rule);
  }

  @Test
  void twoPlansOfOnePriceAreRefused() {
    assertThat(
            catchThrowable(
                () ->
                    plans(
                        server()
                            .properties(Map.of("stagedoor.tv.plans", List.of(aPlan(), aPlan()))))))
        .hasStackTraceContaining("stagedoor.tv.plans[1].id is that of another plan: price_small");
  }
}
