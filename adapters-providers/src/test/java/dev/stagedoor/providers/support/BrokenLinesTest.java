package dev.stagedoor.providers.support;

import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAVAILABLE;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokenLinesTest {
  private static final String TRUNCATED =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":";
  private static final String TRUNCATED_CHUNKS =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n";
  private static final String OPEN_END = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"id\":";

  final StillWaiting waiting = new StillWaiting();
  private RawServer server;

  @AfterEach
  void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  ProviderHttp http(URI address, HttpLimits limits) {
    return ProviderHttp.to(new ProviderId("acme"), address, ProviderRuntime.plain().with(waiting))
        .limits(limits)
        .build();
  }

  private ProviderHttp to(RawServer.Behaviour... behaviours) throws IOException {
    return to(HttpLimits.DEFAULT, behaviours);
  }

  private ProviderHttp to(HttpLimits limits, RawServer.Behaviour... behaviours) throws IOException {
    server = new RawServer(behaviours);
    return http(server.address(), limits);
  }

  private static ProviderException failure(ProviderRequest request) {
    return failure(request, ProviderRequest::send);
  }

  private static ProviderException failure(
      ProviderRequest request, Function<ProviderRequest, Object> call) {
    return catchThrowableOfType(ProviderException.class, () -> call.apply(request));
  }

  @Test
  void whereNobodyIsNothingWasDone() {
    try (KeptPort nobody = KeptPort.any()) {
      ProviderHttp http = http(nobody.address(), HttpLimits.DEFAULT);

      ProviderException failure = failure(http.post("thing.create", "/things").once());

      assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
      assertThat(waiting.pauses).as("nothing left, so it is tried again").hasSize(2);
    }
  }

  @Test
  void aNameNobodyHasIsUnavailable() {
    ProviderHttp http =
        http(URI.create("http://nobody.invalid"), HttpLimits.DEFAULT.withRepeats(0));

    assertThat(failure(http.post("thing.create", "/things")).kind()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void aResetIsRepeatedForReads() throws IOException {
    ProviderHttp http = to(RawServer.resets(), RawServer.ok("{}"));

    assertThat(http.get("thing.read", "/things").send().status()).isEqualTo(200);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void readsThatAreAlwaysResetAreUnavailableAfterThreeAttempts() throws IOException {
    ProviderHttp http = to(RawServer.resets());

    assertThat(failure(http.get("thing.read", "/things")).kind()).isEqualTo(UNAVAILABLE);
    assertThat(waiting.pauses).hasSize(2);
  }

  @Test
  void aResetLeavesOpenWhetherAChangeWasMadeAndIsNotRepeated() throws IOException {
    ProviderHttp http = to(RawServer.resets());

    assertThat(failure(http.post("thing.create", "/things")).kind()).isEqualTo(UNREADABLE);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void aChangeWithAKeyIsRepeatedAfterAReset() throws IOException {
    ProviderHttp http = to(RawServer.resets(), RawServer.ok("{}"));

    Answer answer =
        http.post("thing.create", "/things").idempotencyKey("Idempotency-Key", "k-1").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.requests).hasSizeBetween(1, 2);
    assertThat(server.requests).allSatisfy(r -> assertThat(r).contains("idempotency-key: k-1"));
  }

  @Test
  void aRefusalAfterALostAnswerDoesNotSayThatNothingWasDone() throws IOException {
    ProviderHttp http =
        to(
            RawServer.says(TRUNCATED),
            RawServer.says("HTTP/1.1 429 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));

    ProviderException failure = failure(http.put("thing.change", "/things"));

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(HttpRefusal.is(failure, 429)).isTrue();
  }

  @Test
  void aTruncatedBodyIsALostAnswer() throws IOException {
    for (String truncated : List.of(TRUNCATED, TRUNCATED_CHUNKS)) {
      ProviderHttp http = to(RawServer.says(truncated));
      assertThat(failure(http.get("thing.read", "/things")).kind()).isEqualTo(UNAVAILABLE);
      assertThat(server.connections()).isEqualTo(3);
      assertThat(failure(http.post("thing.create", "/things")).kind()).isEqualTo(UNREADABLE);
      assertThat(server.connections()).isEqualTo(4);
      server.close();
    }
  }

  @Test
  void aBodyWhoseEndNobodySaidIsUnreadableWhenItIsHalfADocument() throws IOException {
    ProviderHttp http = to(RawServer.says(OPEN_END));

    ProviderException failure =
        failure(http.get("thing.read", "/things"), request -> request.send().json());

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
  }

  @Test
  void whoNeverAnswersIsGivenUp() throws Exception {
    server = new RawServer(connection -> server.saysAndIsSilent("").on(connection));
    ProviderHttp http =
        http(
            server.address(),
            HttpLimits.DEFAULT.withRepeats(0).withExchange(Duration.ofMillis(150)));

    ProviderException failure = failure(http.get("thing.read", "/things"));

    assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
    assertThat(server.wasHungUp()).isTrue();
  }

  @Test
  void theDeadlineHoldsForTheBodyToo() throws Exception {
    server = new RawServer(connection -> server.drips(TRUNCATED).on(connection));
    ProviderHttp http =
        http(
            server.address(),
            HttpLimits.DEFAULT.withRepeats(0).withExchange(Duration.ofMillis(150)));

    ProviderException failure = failure(http.post("thing.create", "/things"));

    // The hundred bytes it announced take it a second, so the deadline is what ended this.
    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(failure).hasMessageContaining("150 ms");
    assertThat(server.wasHungUp()).isTrue();
  }

  @Test
  void theDeadlineHoldsForHeadersThatNeverEnd() throws Exception {
    server = new RawServer(connection -> server.drips("HTTP/1.1 200 OK\r\nX-").on(connection));
    ProviderHttp http =
        http(
            server.address(),
            HttpLimits.DEFAULT.withRepeats(0).withExchange(Duration.ofMillis(150)));

    assertThat(failure(http.get("thing.read", "/things")).kind()).isEqualTo(UNAVAILABLE);
    assertThat(server.wasHungUp()).isTrue();
  }

  @Test
  void moreThanIsReadIsNotReadAndNotAskedForAgain() throws IOException {
    String body = "x".repeat(2_000);
    ProviderHttp http = to(HttpLimits.DEFAULT.withBytes(1_999), RawServer.ok(body));

    ProviderException failure = failure(http.get("thing.read", "/things"));

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void asMuchAsMayBeReadIsRead() throws IOException {
    String body = "x".repeat(2_000);
    ProviderHttp http = to(HttpLimits.DEFAULT.withBytes(2_000), RawServer.ok(body));

    assertThat(http.get("thing.read", "/things").send().body()).hasSize(2_000);
  }

  @Test
  void whatIsNotHttpIsALostAnswer() throws IOException {
    ProviderHttp http = to(RawServer.says("SSH-2.0-OpenSSH_9.6\r\n"));

    assertThat(failure(http.post("thing.create", "/things")).kind()).isEqualTo(UNREADABLE);
  }

  @Test
  void anInterruptedThreadStaysInterrupted() throws IOException {
    server = new RawServer(connection -> server.saysAndIsSilent("").on(connection));
    ProviderHttp http = http(server.address(), HttpLimits.DEFAULT);
    Thread.currentThread().interrupt();

    ProviderException failure = failure(http.get("thing.read", "/things"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
    assertThat(waiting.pauses).isEmpty();
  }
}
