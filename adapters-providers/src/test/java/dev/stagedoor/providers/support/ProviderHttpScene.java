package dev.stagedoor.providers.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A provider that answers as it is told to. */
abstract class ProviderHttpScene {
  static final ProviderId ACME = new ProviderId("acme");
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @RegisterExtension
  static final WireMockExtension FAR_SIDE =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  final StillWaiting waiting = new StillWaiting();
  final ProviderHttp http = to("").build();

  ProviderHttp.Builder to(String path) {
    return ProviderHttp.to(
        ACME, URI.create("http://localhost:" + FAR_SIDE.getPort() + path), runtime());
  }

  ProviderRuntime runtime() {
    return ProviderRuntime.plain().with(waiting).with(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status);
  }

  static ResponseDefinitionBuilder body(String body) {
    return status(200).withBody(body);
  }

  /** Answers so, one after the other, and goes on with the last. */
  static void answers(ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      boolean last = i == answers.length - 1;
      FAR_SIDE.stubFor(
          any(anyUrl())
              .inScenario("answers")
              .whenScenarioStateIs(i == 0 ? STARTED : "answered " + i)
              .willSetStateTo(last ? (i == 0 ? STARTED : "answered " + i) : "answered " + (i + 1))
              .willReturn(answers[i]));
    }
  }

  static List<LoggedRequest> received() {
    return FAR_SIDE
        .findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()))
        .stream()
        .toList();
  }

  static LoggedRequest onlyReceived() {
    assertThat(received()).hasSize(1);
    return received().get(0);
  }

  static ProviderException failure(ProviderRequest request) {
    return catchThrowableOfType(ProviderException.class, request::send);
  }
}
