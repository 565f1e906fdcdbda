package dev.stagedoor.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.application.Settings;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import io.micronaut.context.AbstractBeanConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.inject.BeanConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are wrong stop the start, by name; nothing else of the server is started here. */
class SettingsTest {
  @TempDir Path folder;

  /** A provider's settings as any provider has them. */
  @ConfigurationProperties("sample")
  @Requires(property = "sample.enabled", value = "true")
  record SampleConfig(
      Secret apiKey,
      @Nullable Secret webhookSecret,
      @Nullable URI baseUrl,
      @Bindable(defaultValue = "10s") Duration timeout,
      @Bindable(defaultValue = "3") int tries,
      @Bindable(defaultValue = "1.5") BigDecimal factor,
      @Bindable(defaultValue = "SLOW") Speed speed) {}

  enum Speed {
    SLOW,
    FAST
  }

  /** Switches off what opens the database as soon as a context is there. */
  private static final class Listeners extends AbstractBeanConfiguration {
    private static final List<String> EAGER =
        List.of(
            "live.$LiveHub",
            "observe.$RequestMeters",
            "party.$Attendance",
            "party.$Guests",
            "party.$PartyRooms");

    Listeners() {
      super("dev.stagedoor.web");
    }

    @Override
    public boolean isWithin(String className) {
      return EAGER.stream().anyMatch(name -> className.startsWith("dev.stagedoor.web." + name));
    }

    @Override
    public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
      return false;
    }
  }

  private static ApplicationContextBuilder server() {
    return ApplicationContext.builder()
        .properties(Map.of("micronaut.health.monitor.enabled", "false"))
        .deduceEnvironment(false)
        .beanConfigurations(configurations());
  }

  /** Those of the house, too: who adds one gets no others. */
  private static BeanConfiguration[] configurations() {
    List<BeanConfiguration> all = new ArrayList<>();
    SoftServiceLoader.load(BeanConfiguration.class).collectAll(all);
    all.add(new Listeners());
    return all.toArray(BeanConfiguration[]::new);
  }

  private static void started(ApplicationContextBuilder server) {
    try (ApplicationContext context = server.build().start()) {
      context.getBean(SettingKinds.class);
    }
  }

  private static String refusal(ApplicationContextBuilder server) {
    Throwable failure = catchThrowable(() -> started(server));
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(InvalidSetting.class::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no setting was refused", failure))
        .getMessage();
  }

  @Test
  void thePackagedSettingsAreGood() {
    started(server());
  }

  @ParameterizedTest
  @CsvSource({
    "stagedoor.databse.url, stagedoor.database.url",
    "stagedoor.database.user-name, stagedoor.database.username",
    "stagedoor.cookie-live, stagedoor.cookie-life",
    "stagedoor.provider.local.enabled, stagedoor.providers.local.enabled",
    "stagedor.public-url, stagedoor.public-url",
    "stage-door.public-url, stagedoor.public-url"
  })
  void aMisspeltKeyIsToldWhatItWasMeantToBe(String key, String meant) {
    assertThat(refusal(server().args("--" + key + "=1")))
        .startsWith(key + " is not a setting")
        .endsWith("did you mean " + meant + "?");
    assertThat(refusal(server().properties(Map.of(key, "1")))).startsWith(key);
  }

  @Test
  void aKeyLikeNoOtherIsToldWhatThereIs() {
    assertThat(refusal(server().args("--stagedoor.webhooks.colour=red")))
        .contains("stagedoor.webhooks.colour")
        .contains("stagedoor.webhooks.max-body-bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "STAGEDOOR_DATABSE_URL, STAGEDOOR_DATABASE_URL",
    "STAGEDOOR_COOKIE_LIVE, STAGEDOOR_COOKIE_LIFE",
    "STAGEDOR_PUBLIC_URL, STAGEDOOR_PUBLIC_URL",
    "STAGEDOOR_LOG_FORMATE, ''"
  })
  void aMisspeltEnvironmentVariableIsRefused(String name, String meant) {
    String refusal = refusal(server().propertySources(variables(name)));

    assertThat(refusal).startsWith(name + " is not a setting").contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STAGEDOOR_LOG_FORMAT",
        "STAGEDOOR_LOG_LEVEL",
        "STAGEDOOR_DATABASE_USERNAME",
        "STAGEDOOR_ROUTES_PAYMENTS_USD",
        "STAGEDOOR_ENCRYPTION_KEYS_NEXT",
        // Kubernetes, beside a service called stagedoor, and one called stagedoor-db:
        "STAGEDOOR_SERVICE_HOST",
        "STAGEDOOR_SERVICE_PORT_HTTP",
        "STAGEDOOR_PORT",
        "STAGEDOOR_PORT_8080_TCP_ADDR",
        "STAGEDOOR_DB_SERVICE_PORT",
        "STAGEDOOR_DB_PORT_5432_TCP",
        // Somebody else's:
        "STAGING_URL",
        "STAGEDOORS"
      })
  void whatIsASettingOrSomebodyElsesIsNotRefused(String name) {
    started(server().propertySources(variables(name)));
  }

  private static PropertySource variables(String... names) {
    Map<String, Object> values = new HashMap<>();
    for (String name : names) {
      values.put(
          name, name.endsWith("NEXT") ? "c29tZS1vdGhlci1rZXktb2YtMzItYnl0ZXMtMDAwMDA=" : "sandbox");
    }
    return PropertySource.of("variables", values, PropertyConvention.ENVIRONMENT_VARIABLE);
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertThat(refusal(server().args("--dmeo"))).contains("--dmeo").contains("--demo");
    assertThat(refusal(server().args("--port=8081"))).contains("--micronaut.server.port=8081");
  }

  @ParameterizedTest
  @CsvSource({
    "micronaut.config.files, MICRONAUT_CONFIG_FILES",
    "micronaut.environments, MICRONAUT_ENVIRONMENTS"
  })
  void whatIsReadBeforeTheCommandLineIsRefusedOnIt(String key, String variable) {
    String refusal = key + " is not read here; it is an environment variable, " + variable;

    assertThat(refusal(server().args("--" + key + "=/etc/stagedoor.yml"))).startsWith(refusal);
    assertThat(refusal(server().properties(Map.of(key, "/etc/stagedoor.yml"))))
        .startsWith(refusal)
        .endsWith("or a system property, -D" + key);
  }

  @Test
  void aSystemPropertyMayNameFilesOfSettings() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yml"), "stagedoor.cookie-life: 7h");
    System.setProperty("micronaut.config.files", file.toString());
    try (ApplicationContext context = server().build().start()) {
      assertThat(context.getBean(StagedoorConfig.class).cookieLife())
          .isEqualTo(Duration.ofHours(7));
    } finally {
      System.clearProperty("micronaut.config.files");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "micronaut.server.port, abc, PORT",
    "micronaut.server.port, 65536, PORT",
    "stagedoor.cookie-life, soon, a length of time",
    "stagedoor.cookie-life, '', a length of time",
    "stagedoor.demo, maybe, true or false",
    "stagedoor.providers.sandbox.enabled, on, true or false",
    "stagedoor.database.pool-size, many, a whole number",
    "stagedoor.database.pool-size, 8.5, a whole number",
    "stagedoor.database.pool-size, 99999999999, a whole number",
    "stagedoor.memorials.prices.live, dear, a number",
    "stagedoor.memorials.prices.included-hours, 1.5, a whole number",
    "stagedoor.public-url, 'http://a b', an address",
    "stagedoor.rate-limits.period, 15, a length of time",
    "stagedoor.webhooks.max-body-bytes, 1k, a whole number",
    "stagedoor.live.heartbeat, often, a length of time",
    "sample.timeout, never, a length of time",
    "sample.tries, 3x, a whole number",
    "sample.factor, half, a number",
    "sample.base-url, 'http://a b', an address",
    "sample.speed, LIGHT, SLOW"
  })
  void aValueOfAnotherKindIsRefusedByName(String key, String value, String kind) {
    Map<String, Object> settings =
        Map.of("sample.enabled", "true", "sample.api-key", "k", key, value);

    assertThat(refusal(server().properties(settings)))
        .startsWith(key.startsWith("micronaut") ? "PORT (" + key : key + " must be ")
        .contains(kind)
        .endsWith(value.isEmpty() ? "not empty" : "not " + value);
  }

  @Test
  void aCredentialThatIsMissingIsRefusedByName() {
    assertThat(refusal(server().properties(Map.of("sample.enabled", "true"))))
        .isEqualTo("sample.api-key must be set");
    assertThat(
            refusal(server().properties(Map.of("sample.enabled", "true", "sample.api-key", " "))))
        .isEqualTo("sample.api-key must be set");
  }

  @ParameterizedTest
  @CsvSource({
    "enrollments, by-post, in-process or http",
    "refund-window, 366d, 0s to 365d",
    "upload-life, 1s, 1m to 7d",
    "playback-life, 25h, 1m to 24h"
  })
  void whatCoursesCannotBeIsRefusedByName(String key, String value, String rule) {
    String whole = "stagedoor.courses." + key;
    try (ApplicationContext context = server().properties(Map.of(whole, value)).build().start()) {
      assertThat(catchThrowable(() -> context.getBean(CoursesConfig.class)))
          .hasStackTraceContaining(whole + " must be " + rule);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "session-life, 10s, must be 1m to 24h",
    "session-most, 5m, must be session-life to 24h",
    "audit-kept, 1h, must be 1d to 3650d",
    "origin, *, must be one like https://tickets.example.org",
    "origin, https://tickets.example.org/, must be one like https://tickets.example.org",
    "origin, tickets.example.org, must be one like https://tickets.example.org"
  })
  void whatTicketingCannotBeIsRefusedByName(String key, String value, String rule) {
    String whole = "stagedoor.ticketing." + key;
    assertThat(refusal(server().properties(Map.of(whole, value)))).startsWith(whole + " " + rule);
  }

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

  @Test
  void sharedSecretsAreTheOnesThatAreSetOrOneThatProductionRefuses() {
    try (ApplicationContext context = server().build().start()) {
      TicketingConfig usual = context.getBean(TicketingConfig.class);
      assertThat(usual.ticketing(true).sharedSecrets())
          .containsExactly(TicketingConfig.DEVELOPMENT_SECRET);
      assertThat(usual.ticketing(false).sharedSecrets()).isEmpty();
      assertThat(usual.unfitForProduction()).hasSize(1);
      assertThat(usual.site()).isEmpty();
      assertThat(context.getBean(SandboxSettings.class).crossAppSecret())
          .isEqualTo(TicketingConfig.DEVELOPMENT_SECRET);
    }
    String one = "a secret of forty characters or nearly so";
    String two = "another secret of forty characters or so";
    try (ApplicationContext context =
        server()
            .properties(Map.of("CROSS_APP_SHARED_SECRET", one, "HI_EVENTS_SHARED_SECRET", two))
            .build()
            .start()) {
      TicketingConfig set = context.getBean(TicketingConfig.class);
      assertThat(set.ticketing(true).sharedSecrets())
          .containsExactly(Secret.of(one), Secret.of(two));
      assertThat(set.unfitForProduction()).isEmpty();
      assertThat(context.getBean(SandboxSettings.class).crossAppSecret()).isEqualTo(Secret.of(one));
    }
    try (ApplicationContext context =
        server()
            .properties(Map.of("stagedoor.ticketing.shared-secrets", "short"))
            .build()
            .start()) {
      assertThat(context.getBean(TicketingConfig.class).unfitForProduction())
          .singleElement()
          .asString()
          .contains("stagedoor.ticketing.shared-secrets");
    }
  }

  @Test
  void whoEnrollsElsewhereMustSayWhereAndHasKeys() {
    String service = "stagedoor.courses.enrollment-service.";

    assertThat(refusal(server().properties(Map.of("stagedoor.courses.enrollments", "http"))))
        .startsWith(service + "url must be an address");
    assertThat(
            refusal(
                server()
                    .properties(
                        Map.of(
                            "stagedoor.courses.enrollments",
                            "http",
                            service + "url",
                            "http://courses:3002"))))
        .isEqualTo(
            service + "api-key must be set (environment variable ENROLLMENT_SERVICE_API_KEY)");
  }

  @Test
  void noServiceMayCallUnlessItHasAKeyAndASecret() {
    try (ApplicationContext context = server().build().start()) {
      assertThat(context.getBeansOfType(ServiceConfig.class))
          .hasSize(2)
          .allMatch(service -> service.peer().isEmpty())
          .allMatch(service -> service.unfitForProduction().isEmpty());
    }
    String service = "stagedoor.services.payment-service";
    try (ApplicationContext context =
        server()
            .properties(Map.of(service + ".api-key", "hush-key", service + ".secret", "hush"))
            .build()
            .start()) {
      ServiceConfig peer = context.getBean(ServiceConfig.PaymentService.class);

      assertThat(peer.peer().orElseThrow().id().value()).isEqualTo("payment-service");
      assertThat(peer.toString()).doesNotContain("hush");
      assertThat(peer.unfitForProduction())
          .hasSize(2)
          .allMatch(problem -> problem.startsWith(service));
    }
    assertThat(refusal(server().properties(Map.of(service + ".secret", "hush"))))
        .isEqualTo(service + " must have both an api-key and a secret, or neither");
  }

  @Test
  void aProviderThatIsOnNeedsItsKeys() {
    String stripe = "stagedoor.providers.stripe.";

    assertThat(refusal(server().properties(Map.of(stripe + "enabled", "true"))))
        .isEqualTo(stripe + "api-key must be set (environment variable STRIPE_API_KEY)");
    assertThat(
            refusal(
                server()
                    .properties(
                        Map.of(stripe + "enabled", "true", stripe + "api-key", "sk_test_1234"))))
        .isEqualTo(
            stripe + "webhook-secret must be set (environment variable STRIPE_WEBHOOK_SECRET)");
  }

  @Test
  void whatIsNamedFreelyIsReadFromVariablesToo() {
    try (ApplicationContext context =
        server()
            .propertySources(
                variables("STAGEDOOR_ROUTES_PAYMENTS_USD", "STAGEDOOR_ENCRYPTION_KEYS_NEXT"))
            .build()
            .start()) {
      assertThat(context.getBean(RoutesConfig.class).paymentsByCurrency().toString())
          .isEqualTo("{USD=sandbox}");
      assertThat(context.getBean(EncryptionConfig.class).keys())
          .containsOnlyKeys("development", "next");
    }
  }

  @Test
  void whoSellsNoTicketsLeavesTheirRouteEmpty() {
    try (ApplicationContext context =
        server().properties(Map.of("stagedoor.routes.ticketing", "")).build().start()) {
      assertThat(context.getBean(RoutesConfig.class).shop()).isEmpty();
    }
    started(server().args("--stagedoor.routes.ticketing="));
  }

  @Test
  void aCredentialIsTextAndNeverPrinted() {
    assertThat(
            refusal(server().properties(Map.of("sample.enabled", "true", "sample.api-key", 5349))))
        .startsWith("sample.api-key must be text")
        .doesNotContain("5349");
  }

  @Test
  void whatIsOffNeedsNothing() {
    started(server().properties(Map.of("sample.enabled", "false", "sample.timeout", "never")));
  }

  @Test
  void credentialsAreSecretsFromWhereTheyAreRead() {
    try (ApplicationContext context =
        server()
            .properties(
                Map.of("sample.enabled", "true", "sample.api-key", "sk_1,2", "sample.base-url", ""))
            .build()
            .start()) {
      SampleConfig sample = context.getBean(SampleConfig.class);

      assertThat(sample.apiKey()).isEqualTo(Secret.of("sk_1,2"));
      assertThat(sample.webhookSecret()).isNull();
      assertThat(sample.baseUrl()).isNull();
      assertThat(sample.timeout()).isEqualTo(Duration.ofSeconds(10));
      assertThat(sample.toString()).doesNotContain("sk_1");
    }
  }

  @Test
  void everyConfigurationRecordIsDescribedInThePackagedSettings() {
    try (ApplicationContext context = server().build().start()) {
      PackagedSettings packaged = context.getBean(PackagedSettings.class);

      assertThat(SettingKinds.keys(context))
          .contains("stagedoor.public-url", "stagedoor.routes.video.live")
          .filteredOn(key -> key.startsWith("stagedoor."))
          .allMatch(
              key ->
                  packaged.keys().stream()
                      .anyMatch(one -> one.equals(key) || one.startsWith(key + ".")));
    }
  }
}
