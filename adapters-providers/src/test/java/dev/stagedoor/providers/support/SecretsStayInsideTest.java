package dev.stagedoor.providers.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Puts a canary wherever a credential or something private can be, and looks for it outside. */
class SecretsStayInsideTest {
  private static final String CANARY = "canary-7f3a";

  @RegisterExtension
  static final WireMockExtension FAR_SIDE =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final Logger log = (Logger) LoggerFactory.getLogger("dev.stagedoor.providers.support");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> outside = new ArrayList<>();

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.ALL);
  }

  @AfterEach
  void leave() {
    log.detachAppender(lines);
    log.setLevel(null);
  }

  private ProviderHttp http() {
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    return ProviderHttp.to(
            new ProviderId("acme"),
            URI.create("http://localhost:" + FAR_SIDE.getPort()),
            ProviderRuntime.plain().with(observations).with(new StillWaiting()))
        .basic(CANARY, Secret.of(CANARY))
        .credential("X-Key", Secret.of(CANARY))
        .errorCode(answer -> Optional.of(new String(answer.body())))
        .build();
  }

  private void call(ProviderHttp http) {
    ProviderRequest request =
        http.put("thing.change", "/things/{}", CANARY)
            .query("q", CANARY)
            .query("key", Secret.of(CANARY))
            .header("X-Token", Secret.of(CANARY))
            .form(Map.of(CANARY, CANARY));
    outside.add(request.toString());
    try {
      Answer answer = request.send();
      outside.add(answer.toString());
      answer.json();
    } catch (ProviderException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      outside.add(trace.toString());
    }
  }

  @Test
  void neitherLogNorExceptionsNorMetricsNorToString() {
    ProviderHttp http = http();
    outside.add(http.toString());
    for (int status : List.of(200, 302, 400, 401, 429, 500)) {
      FAR_SIDE.stubFor(
          any(anyUrl())
              .willReturn(
                  aResponse()
                      .withStatus(status)
                      .withHeader("X-Echo", CANARY)
                      .withBody("<p>" + CANARY)));
      call(http);
    }
    FAR_SIDE.stubFor(
        any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    call(http());

    assertThat(FAR_SIDE.getAllServeEvents())
        .as("the canary did go out")
        .anyMatch(event -> event.getRequest().getUrl().contains(CANARY));
    assertThat(lines.list).as("something was logged").hasSizeGreaterThan(6);
    lines.list.forEach(line -> outside.add(line.getFormattedMessage() + line.getKeyValuePairs()));
    meters.getMeters().forEach(meter -> outside.add(meter.getId().toString()));
    assertThat(meters.find("stagedoor.provider.call").timers()).isNotEmpty();
    assertThat(outside).allSatisfy(text -> assertThat(text).doesNotContain(CANARY));
  }

  @Test
  void aLineOfTheLogSaysWhatWasAskedByItsTemplate() {
    FAR_SIDE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

    http().delete("thing.delete", "/things/{}", "id-1").send();

    assertThat(lines.list).hasSize(1);
    assertThat(lines.list.get(0).getFormattedMessage())
        .startsWith("acme thing.delete: DELETE localhost /things/{}, answered 204, ");
    assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.DEBUG);
  }
}
