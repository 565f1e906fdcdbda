package dev.stagedoor.providers.sandbox.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox that stands in for everybody, and what it tells. */
abstract class SandboxSiteScene {
  static SiteFixture site;

  @BeforeAll
  static void start() {
    site = new SiteFixture(Map.of("stagedoor.providers.sandbox.recording-delay", "100ms"));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void noWebhookIsLeft() {
    assertThat(site.webhooksLeft()).isZero();
  }

  static WebhookReading.Understood read(RawWebhook webhook) {
    return (WebhookReading.Understood) site.sandbox().webhookProvider().translator().read(webhook);
  }

  static String path(String url) {
    return url.substring(url.indexOf("/sandbox/"));
  }

  static void assertProblem(Answer answer, int status, String code) throws Exception {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isEqualTo("urn:stagedoor:problem:" + code);
    assertThat(problem.path("success").isBoolean()).isTrue();
    assertThat(problem.path("success").asBoolean()).isFalse();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("error")).isEqualTo(problem.path("detail"));
  }
}
