package dev.stagedoor.providers.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookConfigTest {
  private static final String BLOCK = "stagedoor.providers.facebook.";
  private static final Map<String, Object> LEAST =
      Map.of("enabled", true, "app-secret", "an-app-secret", "verify-token", "a verify token");

  private static ApplicationContext started(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    settings.forEach((key, value) -> all.put(BLOCK + key, value));
    all.put("micronaut.server.port", -1);
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(all)
            .eagerInitSingletons(true)
            .eagerInitConfiguration(true)
            .deduceEnvironment(false)
            .build();
    context.registerSingleton(ProviderRuntime.class, ProviderRuntime.plain());
    return context.start();
  }

  private static Map<String, Object> with(String key, Object value) {
    Map<String, Object> settings = new HashMap<>(LEAST);
    settings.put(key, value);
    return settings;
  }

  @Test
  void twoSecretsAreEnough() {
    try (ApplicationContext context = started(LEAST)) {
      assertThat(context.getBean(FacebookConfig.class))
          .isEqualTo(FacebookConfig.of(Secret.of("an-app-secret"), Secret.of("a verify token")));
      assertThat(context.getBean(ChannelProvider.class).id()).isEqualTo(Facebook.ID);
      assertThat(context.getBean(WebhookProvider.class).id()).isEqualTo(Facebook.ID);
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    try (ApplicationContext context = started(with("enabled", false))) {
      assertThat(context.findBean(ChannelProvider.class)).isEmpty();
      assertThat(context.findBean(FacebookHandshake.class)).isEmpty();
    }
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = new HashMap<>(LEAST);
    settings.put("graph-url", "https://graph.example.com");
    settings.put("api-version", "v27.0");
    settings.put("connect-timeout", "1s");
    settings.put("timeout", "4s");

    try (ApplicationContext context = started(settings)) {
      assertThat(context.getBean(FacebookConfig.class))
          .isEqualTo(
              new FacebookConfig(
                  Secret.of("an-app-secret"),
                  Secret.of("a verify token"),
                  URI.create("https://graph.example.com"),
                  "v27.0",
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(4)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "app-secret, ''",
    "verify-token, ' '",
    "graph-url, http://graph.facebook.com",
    "graph-url, ftp://graph.facebook.com",
    "graph-url, graph.facebook.com",
    "api-version, 26",
    "api-version, v26.0/../x",
    "connect-timeout, 0s",
    "timeout, 2m"
  })
  void aWrongSettingStopsTheStartAndIsNamed(String key, String value) {
    assertThatThrownBy(() -> started(with(key, value)).close())
        .hasStackTraceContaining(BLOCK + key + " must ");
  }

  @ParameterizedTest
  @CsvSource({"app-secret", "verify-token"})
  void whatMustBeSetIsNamed(String missing) {
    Map<String, Object> settings = new HashMap<>(LEAST);
    settings.remove(missing);

    assertThatThrownBy(() -> started(settings).close()).hasStackTraceContaining(missing);
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(FacebookConfig.of(Secret.of("an-app-secret"), Secret.of("a verify token")))
        .asString()
        .doesNotContain("an-app-secret")
        .doesNotContain("a verify token");
  }

  /** Meta's question when a webhook is set up, and others' guesses. */
  @ParameterizedTest
  @CsvSource({
    "?hub.mode=subscribe&hub.verify_token=a%20verify%20token&hub.challenge=1158201444, 200",
    "?hub.mode=subscribe&hub.verify_token=a%20verify%20toke&hub.challenge=1158201444, 403",
    "?hub.mode=subscribe&hub.verify_token=&hub.challenge=1158201444, 403",
    "?hub.mode=subscribe&hub.challenge=1158201444, 403",
    "?hub.mode=unsubscribe&hub.verify_token=a%20verify%20token&hub.challenge=1158201444, 403",
    "?hub.verify_token=a%20verify%20token&hub.challenge=1158201444, 403",
    "?hub.mode=subscribe&hub.verify_token=a%20verify%20token, 400",
    "?hub.mode=subscribe&hub.verify_token=a%20verify%20token&hub.challenge=%3Cscript%3E, 400",
    "'', 403"
  })
  void theHandshakeRepeatsTheChallengeToWhoKnowsTheToken(String query, int status)
      throws IOException, InterruptedException {
    try (ApplicationContext context = started(LEAST);
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start()) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(server.getURI() + "/api/webhooks/facebook" + query))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(status);
      if (status == 200) {
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
      } else {
        assertThat(answer.body()).doesNotContain("1158201444").doesNotContain("<script>");
      }
    }
  }
}
