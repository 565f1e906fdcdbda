package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and where to. */
class ProviderHttpTest extends ProviderHttpScene {
  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v1/", "/v1//"})
  void templatesStandBelowTheBase(String base) {
    answers(body("{}"));

    to(base).build().get("thing.read", "/things/{}/parts/{}:run", "a", "b").send();

    assertThat(onlyReceived().getUrl()).isEqualTo("/v1/things/a/parts/b:run");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b?c,/things/a%2Fb%3Fc",
    "a#b%2F,/things/a%23b%252F",
    "ü ;=@,/things/%C3%BC%20%3B%3D%40"
  })
  void anIdCannotLeaveItsSegment(String id, String url) {
    answers(body("{}"));

    http.get("thing.read", "/things/{}", id).send();

    assertThat(onlyReceived().getUrl()).isEqualTo(url);
  }

  @Test
  void stepsUpTheTreeStayInTheirSegment() {
    // Not asked of the far side: Jetty refuses such an address.
    assertThat(Addresses.below(URI.create("https://x/v1"), "/things/{}/y", "../../z"))
        .hasToString("https://x/v1/things/..%2F..%2Fz/y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void aSegmentThatNamesNothingIsRefused(String id) {
    assertThatThrownBy(() -> http.get("thing.read", "/things/{}", id))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"things", "//evil@x?", "/things?x=1", "/things#a", "/a b", "/{}"})
  void aTemplateIsAPathWithAsManyGapsAsSegments(String template) {
    assertThatThrownBy(() -> http.get("thing.read", template))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://x", "http:///x", "/x", "https://u:p@x", "https://x?y", "https://x#y"})
  void aBaseIsAnAddressOfHttp(String base) {
    assertThatThrownBy(() -> ProviderHttp.to(ACME, URI.create(base), runtime()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/x",
        "https://localhost:PORT/x",
        "http://evil.test:PORT/x",
        "http://localhost:PORT@evil.test/x",
        "http://a@localhost:PORT/x",
        "/x",
        "mailto:a@b"
      })
  void anotherHostIsRefused(String address) {
    URI foreign = URI.create(address.replace("PORT", String.valueOf(FAR_SIDE.getPort())));

    assertThatThrownBy(() -> http.request("thing.read", "GET", foreign))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWholeAddressOfTheSameHostIsTaken() {
    answers(body("{}"));

    http.request(
            "thing.list",
            "GET",
            URI.create("http://LOCALHOST:" + FAR_SIDE.getPort() + "/x?after=a%20b"))
        .query("limit", "2")
        .send();

    assertThat(onlyReceived().getUrl()).isEqualTo("/x?after=a%20b&limit=2");
  }

  @Test
  void queriesAreEncodedInTheirOrder() {
    answers(body("{}"));

    http.get("thing.list", "/things").query("q", "a&b=c d").query("q", "ü+").send();

    assertThat(onlyReceived().getUrl()).isEqualTo("/things?q=a%26b%3Dc%20d&q=%C3%BC%2B");
  }

  @Test
  void everyRequestSaysWhoAsks() {
    answers(body("{}"));

    http.get("thing.read", "/things").send();

    assertThat(onlyReceived().getHeader("User-Agent")).matches("Stagedoor/[0-9][0-9A-Za-z.-]*");
    assertThat(onlyReceived().getProtocol()).isEqualTo("HTTP/1.1");
  }

  @Test
  void credentialsGoIntoTheirHeaders() {
    answers(body("{}"));

    to("").bearer(Secret.of("tok")).build().get("thing.read", "/1").send();
    to("").basic("key", Secret.of("pa:ss")).build().get("thing.read", "/2").send();
    to("").credential("X-Api-Key", Secret.of("k")).build().get("thing.read", "/3").send();
    to("").bearer(Secret.of("all")).build().get("t", "/4").bearer(Secret.of("one")).send();

    assertThat(received())
        .extracting(r -> r.getUrl() + " " + r.getHeader("Authorization"))
        .containsExactlyInAnyOrder(
            "/1 Bearer tok", "/2 Basic a2V5OnBhOnNz", "/3 null", "/4 Bearer one");
    assertThat(received()).anyMatch(r -> "k".equals(r.getHeader("X-Api-Key")));
  }

  @Test
  void aCredentialThatNoHeaderCanHaveIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> to("").bearer(Secret.of("canary\r\nX: y")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> http.get("t", "/").header("X-Y", Secret.of("canary\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void bodiesAreJsonFormsOrBytes() {
    answers(body("{}"));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("amount", "1 & 2");
    form.put("b", "ü");

    http.post("t", "/json").json(Json.object().put("a", "ü")).send();
    http.post("t", "/form").form(form).send();
    http.put("t", "/bytes").bytes("image/png", new byte[] {1, 2}).send();
    http.delete("t", "/none").send();

    assertThat(received())
        .extracting(
            r ->
                r.getUrl()
                    + " "
                    + r.getHeader("Content-Type")
                    + " "
                    + (r.getUrl().equals("/bytes") ? r.getBody().length : r.getBodyAsString()))
        .containsExactlyInAnyOrder(
            "/json application/json {\"a\":\"ü\"}",
            "/form application/x-www-form-urlencoded amount=1%20%26%202&b=%C3%BC",
            "/bytes image/png 2",
            "/none null ");
  }

  @Test
  void headersThatOnlyTheClientCanSetAreLeftToIt() {
    answers(body("{}"));

    Answer answer =
        http.post("t", "/x")
            .header("Host", "evil.test")
            .header("Content-Length", "99")
            .header("Connection", "close")
            .bytes("text/plain", new byte[] {1})
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(onlyReceived().getHeader("Host")).startsWith("localhost");
  }

  @Test
  void theGuardIsAskedBeforeAnythingLeaves() {
    ProviderHttp guarded =
        ProviderHttp.to(
                ACME,
                URI.create("http://localhost:" + FAR_SIDE.getPort()),
                runtime()
                    .with(
                        () -> {
                          throw new IllegalStateException("inside a unit of work");
                        }))
            .build();

    assertThatThrownBy(() -> guarded.get("t", "/").send()).hasMessage("inside a unit of work");
    assertThat(received()).isEmpty();
  }

  /** Does what a tracer's handler does: puts the trace on the carrier. */
  private static final class Tracer implements ObservationHandler<SenderContext<Object>> {
    @Override
    public void onStart(SenderContext<Object> context) {
      context.getSetter().set(context.getCarrier(), "traceparent", "00-trace-span-01");
      context.getSetter().set(context.getCarrier(), "baggage", "user=canary");
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof SenderContext;
    }
  }

  @Test
  void aTraceGoesAlongAndNothingThatTravelsWithIt() {
    answers(body("{}"));
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new Tracer());
    ProviderHttp traced =
        ProviderHttp.to(
                ACME,
                URI.create("http://localhost:" + FAR_SIDE.getPort()),
                runtime().with(observations))
            .build();

    traced.get("t", "/").send();

    assertThat(onlyReceived().getHeader("traceparent")).isEqualTo("00-trace-span-01");
    assertThat(onlyReceived().getHeader("baggage")).isNull();
  }
}
