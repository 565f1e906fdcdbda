package dev.stagedoor.providers.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.RATE_LIMITED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.REJECTED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAUTHORISED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAVAILABLE;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderHttpTest {
  private static final ProviderId ACME = new ProviderId("acme");
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @RegisterExtension
  static final WireMockExtension FAR_SIDE =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final StillWaiting waiting = new StillWaiting();
  private final ProviderHttp http = to("").build();

  private ProviderHttp.Builder to(String path) {
    return ProviderHttp.to(
        ACME, URI.create("http://localhost:" + FAR_SIDE.getPort() + path), runtime());
  }

  private ProviderRuntime runtime() {
    return ProviderRuntime.plain().with(waiting).with(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status);
  }

  private static ResponseDefinitionBuilder body(String body) {
    return status(200).withBody(body);
  }

  /** Answers so, one after the other, and goes on with the last. */
  private static void answers(ResponseDefinitionBuilder... answers) {
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

  private static List<LoggedRequest> received() {
    return FAR_SIDE
        .findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()))
        .stream()
        .toList();
  }

  private static LoggedRequest onlyReceived() {
    assertThat(received()).hasSize(1);
    return received().get(0);
  }

  private static ProviderException failure(ProviderRequest request) {
    return catchThrowableOfType(ProviderException.class, request::send);
  }

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
  void anAnswerIsAllThatCame() {
    answers(body("{\"id\":7}").withHeader("X-Request-Id", "r1").withHeader("X-Many", "a", "b"));

    Answer answer = http.get("thing.read", "/things").send();

    assertThat(answer.json().path("id").intValue()).isEqualTo(7);
    assertThat(answer.header("x-request-ID")).contains("r1");
    assertThat(answer.headers().get("x-many")).containsExactly("a", "b");
    assertThat(answer.body()).hasSize(8);
    assertThat(answer).hasToString("acme answered 200, 8 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>maintenance</html>", "{\"id\":", "[] []"})
  void whatIsNoJsonIsUnreadable(String body) {
    answers(body(body));
    Answer answer = http.get("thing.read", "/things").send();

    ProviderException failure = catchThrowableOfType(ProviderException.class, answer::json);

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(failure).hasMessageNotContaining("html").hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "400,REJECTED", "401,UNAUTHORISED", "402,REJECTED", "403,UNAUTHORISED", "404,REJECTED",
    "409,REJECTED", "410,REJECTED", "422,REJECTED", "429,RATE_LIMITED", "500,UNAVAILABLE",
    "501,UNAVAILABLE", "503,UNAVAILABLE", "302,UNREADABLE", "304,UNREADABLE"
  })
  void readsFailByTheirStatus(int status, Kind kind) {
    answers(status(status).withHeader("Location", "/elsewhere"));

    ProviderException failure = failure(http.get("thing.read", "/things"));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.provider()).isEqualTo(ACME);
    assertThat(HttpRefusal.behind(failure).orElseThrow().status()).isEqualTo(status);
    assertThat(received()).noneMatch(r -> r.getUrl().equals("/elsewhere"));
  }

  @ParameterizedTest
  @CsvSource({
    "400,REJECTED",
    "403,UNAUTHORISED",
    "409,REJECTED",
    "429,RATE_LIMITED",
    "500,UNREADABLE",
    "502,UNREADABLE",
    "503,UNREADABLE",
    "504,UNREADABLE",
    "307,UNREADABLE"
  })
  void changesThatWereLostOnTheFarSideAreNotKnown(int status, Kind kind) {
    answers(status(status).withHeader("Retry-After", "1"));

    ProviderException failure = failure(http.post("thing.create", "/things"));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(onlyReceived().getUrl()).isEqualTo("/things");
  }

  @Test
  void aPostThatChangesNothingFailsAndIsRepeatedAsAReadIs() {
    answers(status(503));

    assertThat(failure(http.post("thing.find", "/query").reading()).kind()).isEqualTo(UNAVAILABLE);
    assertThat(received()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void whatMayBeRepeatedIsRepeatedUntilItSucceeds(int status) {
    answers(status(status), status(status), body("{}"));

    assertThat(http.get("thing.read", "/things").send().status()).isEqualTo(200);
    assertThat(received()).hasSize(3);
    assertThat(waiting.pauses.get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(waiting.pauses.get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 408, 409, 422, 429, 500, 501, 302})
  void nothingElseIsRepeated(int status) {
    answers(status(status), body("{}"));

    failure(http.get("thing.read", "/things"));

    assertThat(received()).hasSize(1);
  }

  @Test
  void putsDeletesAndCallsWithAKeyAreRepeated() {
    for (ProviderRequest request :
        List.of(
            to("").build().put("t", "/"),
            to("").build().delete("t", "/"),
            to("").build().patch("t", "/").repeatable(),
            to("").build().post("t", "/").idempotencyKey("Idempotency-Key", "k"))) {
      FAR_SIDE.resetAll();
      answers(status(503), status(204));

      assertThat(request.send().status()).isEqualTo(204);
      assertThat(received()).hasSize(2);
    }
  }

  @Test
  void patchesAndWhatIsToBeDoneOnceAreNotRepeated() {
    for (ProviderRequest request :
        List.of(http.patch("t", "/"), http.put("t", "/").once(), http.get("t", "/").once())) {
      FAR_SIDE.resetAll();
      answers(status(503), status(204));

      failure(request);

      assertThat(received()).hasSize(1);
    }
  }

  @Test
  void aConflictIsRepeatedWhereAskedFor() {
    answers(status(409), status(201));

    Answer answer =
        http.post("t", "/").idempotencyKey("Idempotency-Key", "k").repeatingConflicts().send();

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void aConflictThatStaysMeansThatTheFirstCallIsStillAtWork() {
    answers(status(409));

    ProviderException failure =
        failure(http.post("t", "/").idempotencyKey("Idempotency-Key", "k").repeatingConflicts());

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(HttpRefusal.is(failure, 409)).isTrue();
    assertThat(received()).hasSize(3);
  }

  @Test
  void aRateLimitIsWaitedForWhenItFits() {
    answers(status(429).withHeader("Retry-After", "3"), body("{}"));

    assertThat(http.get("t", "/").send().status()).isEqualTo(200);
    assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void aRateLimitCanBeADate() {
    answers(status(429).withHeader("Retry-After", "Sun, 01 Mar 2026 10:00:04 GMT"), body("{}"));

    assertThat(http.get("t", "/").send().status()).isEqualTo(200);
    assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(4));
  }

  @Test
  void aRateLimitThatDoesNotFitIsTold() {
    answers(status(429).withHeader("Retry-After", "60"), body("{}"));

    ProviderException failure = failure(http.get("t", "/"));

    assertThat(failure.kind()).isEqualTo(RATE_LIMITED);
    assertThat(failure.retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "", "1.5", "Sun, 99 Mar 2026 10:00:04 GMT"})
  void aTimeThatIsNoneIsNotWaitedFor(String retryAfter) {
    answers(status(429).withHeader("Retry-After", retryAfter), body("{}"));

    assertThat(failure(http.get("t", "/")).retryAfter()).isEmpty();
    assertThat(received()).hasSize(1);
  }

  @Test
  void allAttemptsTogetherStayInTheTotal() {
    answers(status(503).withHeader("Retry-After", "15"));

    ProviderException failure = failure(http.get("t", "/"));

    assertThat(waiting.pauses).as("two would be 30 s, 25 s are left").hasSize(1);
    assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(15));
  }

  @Test
  void expectedStatusesAreAnswers() {
    answers(status(404));

    assertThat(http.get("t", "/").expecting(404, 410).send().status()).isEqualTo(404);
    assertThat(failure(http.get("t", "/").expecting(410)).kind()).isEqualTo(REJECTED);
  }

  @Test
  void aRefusalCarriesTheProvidersCodeAndNothingElseOfIts() {
    answers(status(422).withBody("{\"error\":{\"code\":\"BAD_CARD\",\"text\":\"canary\"}}"));
    ProviderHttp coded = to("").errorCode(ProviderHttpTest::code).build();

    ProviderException failure = failure(coded.post("t", "/"));

    assertThat(HttpRefusal.behind(failure).flatMap(HttpRefusal::code)).contains("BAD_CARD");
    assertThat(failure).hasMessage("acme REJECTED: t: status 422, BAD_CARD");
  }

  private static Optional<String> code(Answer answer) {
    return Optional.ofNullable(answer.json().path("error").path("code").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>canary</html>",
        "{\"error\":{\"code\":\"the card of canary\"}}",
        "{\"error\":{\"code\":\"sk_live_canary1234\"}}",
        "{\"error\":{\"code\":\"\"}}",
        "{}"
      })
  void whatIsNoCodeIsDropped(String body) {
    answers(status(401).withBody(body));
    ProviderHttp coded = to("").errorCode(ProviderHttpTest::code).build();

    ProviderException failure = failure(coded.get("t", "/"));

    assertThat(failure.kind()).isEqualTo(UNAUTHORISED);
    assertThat(failure).hasMessage("acme UNAUTHORISED: t: status 401");
    assertThat(HttpRefusal.behind(failure).orElseThrow().code()).isEmpty();
  }

  @Test
  void theCircuitOpensOnStatusesThatSayTheProviderIsDown() {
    answers(status(503));
    for (int i = 0; i < 5; i++) {
      assertThat(failure(http.post("t", "/")).kind()).isEqualTo(UNREADABLE);
    }

    ProviderException failure = failure(http.post("t", "/"));

    assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
    assertThat(failure.retryAfter()).contains(ProviderCalls.REST);
    assertThat(received()).hasSize(5);
  }

  @Test
  void aCircuitThatOpensBetweenTwoAttemptsAtAChangeLeavesItOpenWhetherItWasMade() {
    answers(status(503));
    for (int i = 0; i < 4; i++) {
      failure(http.post("t", "/"));
    }

    ProviderException failure = failure(http.put("t", "/"));

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(received()).hasSize(5);
  }

  @Test
  void refusalsNeverOpenTheCircuit() {
    answers(status(422));
    for (int i = 0; i < 20; i++) {
      failure(http.post("t", "/"));
    }

    assertThat(received()).hasSize(20);
  }

  @Test
  void twoAddressesOfOneProviderShareACircuit() {
    answers(status(500));
    ProviderCalls calls = new ProviderCalls(ACME, runtime());
    URI address = URI.create("http://localhost:" + FAR_SIDE.getPort());
    ProviderHttp one = ProviderHttp.to(address, calls).build();
    ProviderHttp other = ProviderHttp.to(address, calls).build();
    for (int i = 0; i < 5; i++) {
      failure(one.post("t", "/"));
    }

    assertThat(failure(other.post("t", "/")).kind()).isEqualTo(UNAVAILABLE);
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
