package dev.stagedoor.providers.s3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FailingStoreContract;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.port.SignedUploads;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.KeptPort;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that fails, as written in Amazon's list of error responses. */
class S3FailuresTest implements FailingStoreContract, FailingFarSide {
  private static final ObjectKey KEY = new ObjectKey("courses/1/lecture.mp4");
  private static final String ERROR =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>planted</Message>"
          + "<RequestId>4442587FB7D0A2F9</RequestId></Error>";

  private static final HttpLimits PATIENT = HttpLimits.DEFAULT.withRepeats(1);
  private static final Waiting NONE =
      new Waiting() {
        @Override
        public long nanoTime() {
          return 0;
        }

        @Override
        public void pause(Duration pause) {}
      };

  private final MutableClock clock = new MutableClock(Instant.now());
  private WireMockServer store = started(0);
  private final int port = store.port();
  private final S3 s3 = open(PATIENT);
  private final S3 hasty = open(PATIENT.withExchange(Duration.ofMillis(500)));
  private Optional<KeptPort> kept = Optional.empty();
  private boolean isSlow;

  private S3 open(HttpLimits limits) {
    return S3.open(
        new S3Config(
            URI.create("http://localhost:" + port),
            "auto",
            "course-files",
            Secret.of("planted-access-key"),
            Secret.of("planted-secret-key"),
            true),
        ProviderRuntime.plain().with(clock).with(NONE),
        limits);
  }

  private static WireMockServer started(int port) {
    WireMockServer server = new WireMockServer(wireMockConfig().port(port));
    server.start();
    return server;
  }

  @AfterEach
  void stop() {
    store.stop();
    kept.ifPresent(KeptPort::close);
    s3.close();
    hasty.close();
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  @Override
  public SignedUploads uploads() {
    return (isSlow ? hasty : s3).storageProvider().files();
  }

  @Override
  public FailingFarSide farSide() {
    return this;
  }

  @Override
  public ObjectKey storedFile() {
    works();
    return KEY;
  }

  private static ResponseDefinitionBuilder file() {
    return aResponse()
        .withHeader("ETag", "\"9b2cf535f27731c974343645a3985328\"")
        .withHeader("Content-Length", "26")
        .withHeader("Content-Type", "video/mp4")
        .withHeader("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT")
        .withStatus(200);
  }

  private void works() {
    store.resetAll();
    store.stubFor(head(anyUrl()).willReturn(file()));
    store.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(204)));
  }

  private static ResponseDefinitionBuilder error(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/xml")
        .withBody(ERROR.formatted(code));
  }

  private void answers(ResponseDefinitionBuilder answer) {
    store.resetAll();
    store.stubFor(any(anyUrl()).willReturn(answer));
  }

  @Override
  public void fail(FarSideFailure how) {
    isSlow = how == FarSideFailure.SLOW;
    switch (how) {
      case DOWN -> {
        store.stop();
        kept = Optional.of(KeptPort.of(port));
      }
      case UNAUTHORISED -> answers(error(401, "InvalidAccessKeyId"));
      case FORBIDDEN -> answers(error(403, "SignatureDoesNotMatch"));
      case THROTTLED -> answers(error(429, "TooManyRequests").withHeader("Retry-After", "7"));
      case SERVER_ERROR -> answers(error(500, "InternalError"));
      case EMPTY_503 -> answers(aResponse().withStatus(503));
      case HTML_PAGE ->
          answers(
              aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in</html>"));
      case TRUNCATED ->
          answers(
              aResponse().withHeader("Content-Type", "application/json").withBody("{\"result\": "));
      case SLOW -> answers(file().withFixedDelay(30_000));
      case RESET -> answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }
  }

  @Override
  public void recover() {
    isSlow = false;
    if (kept.isPresent()) {
      kept.get().close();
      kept = Optional.empty();
      store = started(port);
    }
    works();
    clock.advance(ProviderCalls.REST.plusSeconds(1));
  }

  @Test
  void whatIsNotThereIsNoFailure() {
    answers(aResponse().withStatus(404));
    assertThat(uploads().find(KEY)).isEmpty();

    answers(error(404, "NoSuchKey"));
    assertThatCode(() -> uploads().delete(KEY)).doesNotThrowAnyException();
  }

  @Test
  void aBucketThatIsNotThereIsNoDeletedFile() {
    answers(error(404, "NoSuchBucket"));

    assertThat(catchThrowableOfType(ProviderException.class, () -> uploads().delete(KEY)).kind())
        .isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void theStoresOwnCodeIsKeptAndItsTextIsNot() {
    answers(error(403, "AccessDenied"));

    ProviderException thrown =
        catchThrowableOfType(ProviderException.class, () -> uploads().delete(KEY));

    assertThat(HttpRefusal.behind(thrown).flatMap(HttpRefusal::code)).contains("AccessDenied");
    assertThat(thrown).hasMessageNotContaining("planted");
    assertThat(thrown.getCause()).hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag", "Last-Modified"})
  void anAnswerThatLacksWhatEveryStoreTellsIsNoFile(String header) {
    ResponseDefinitionBuilder partial =
        aResponse().withStatus(200).withHeader("Content-Length", "1");
    if (!header.equals("ETag")) {
      partial.withHeader("ETag", "\"1\"");
    } else {
      partial.withHeader("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT");
    }
    answers(partial);

    assertThat(catchThrowableOfType(ProviderException.class, () -> uploads().find(KEY)).kind())
        .isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void noSecretIsPrintedAndNoneLeaves() {
    works();
    uploads().find(KEY);

    assertThat(uploads() + " " + s3.storageProvider()).doesNotContain("planted");
    assertThat(store.getAllServeEvents().get(0).getRequest().getAbsoluteUrl())
        .contains("planted-access-key")
        .doesNotContain("planted-secret-key");
  }
}
