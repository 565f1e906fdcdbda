package dev.stagedoor.providers.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookPosterTest {
  private final SandboxFixture fixture = new SandboxFixture();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        exchange.getRequestURI().getPath()
            + " "
            + exchange.getRequestHeaders().getFirst(StandardWebhooks.ID)
            + " "
            + body);
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private URI target() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private Deliveries deliveries() {
    return new Deliveries(fixture.memory, fixture.clock);
  }

  private Notice notice(String id, Duration later, int times) {
    Instant now = fixture.clock.instant();
    return new Notice(
        id, Notice.PAYMENTS, "charge.succeeded", "{\"n\":1}", now, now.plus(later), times);
  }

  private WebhookPoster poster(Deliveries deliveries) {
    return new WebhookPoster(deliveries, SandboxSettings.DEVELOPMENT_SECRET, fixture.clock);
  }

  private String nextReceived() throws InterruptedException {
    return received.poll(20, TimeUnit.SECONDS);
  }

  private Delivery stored(String id) {
    return deliveries().find(id).orElseThrow();
  }

  private boolean isQueued(String id) {
    return deliveries().waiting().contains(id);
  }

  private Delivery attempt(WebhookPoster poster, String id) {
    return poster.deliver(id).orElseThrow();
  }

  /** Knows where to post, and posts only what the test makes it post. */
  private WebhookPoster startedByHand(Deliveries deliveries) {
    WebhookPoster poster = poster(deliveries);
    poster.aim(target());
    return poster;
  }

  @Test
  void aNewDeliveryGoesOutByItself() throws Exception {
    Deliveries deliveries = deliveries();
    try (WebhookPoster poster = poster(deliveries)) {
      poster.start(target());

      deliveries.take(List.of(notice("one", Duration.ZERO, 1)));

      assertThat(nextReceived()).isEqualTo("/api/webhooks/stripe one {\"n\":1}");
    }
  }

  @Test
  void whatWaitedBeforeTheStartGoesOut() throws Exception {
    deliveries().take(List.of(notice("left-by-another", Duration.ZERO, 1)));

    try (WebhookPoster poster = poster(deliveries())) {
      poster.start(target());

      assertThat(nextReceived()).contains("left-by-another");
    }
  }

  @Test
  void nothingIsPostedBeforeTheStartOrAfterTheEnd() {
    Deliveries deliveries = deliveries();
    WebhookPoster poster = poster(deliveries);
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));

    assertThat(poster.deliver("one")).isEmpty();
    poster.start(target());
    poster.close();
    deliveries.take(List.of(notice("two", Duration.ZERO, 1)));

    assertThat(poster.deliver("two")).isEmpty();
    assertThat(stored("two").attempts()).isZero();
  }

  @Test
  void aGoodAnswerEndsIt() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));

    Delivery delivered = attempt(startedByHand(deliveries), "one");

    assertThat(delivered.status()).isEqualTo(Delivery.Status.DELIVERED);
    assertThat(delivered.responseStatus()).isEqualTo(200);
    assertThat(delivered.nextAttemptAt()).isNull();
    assertThat(isQueued("one")).isFalse();
    assertThat(startedByHand(deliveries).deliver("one")).isEmpty();
    assertThat(received).hasSize(1);
  }

  @Test
  void aBadAnswerIsTriedAgainWithLongerAndLongerPauses() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));
    WebhookPoster poster = startedByHand(deliveries);
    status = 500;
    for (long pause : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      Delivery failed = attempt(poster, "one");

      assertThat(failed.status()).isEqualTo(Delivery.Status.PENDING);
      assertThat(failed.responseStatus()).isEqualTo(500);
      assertThat(failed.nextAttemptAt()).isEqualTo(fixture.clock.instant().plusSeconds(pause));
      assertThat(poster.deliver("one")).as("before its time").isEmpty();
      fixture.clock.pass(Duration.ofSeconds(pause));
    }
    assertThat(isQueued("one")).isTrue();

    status = 204;
    assertThat(attempt(poster, "one").status()).isEqualTo(Delivery.Status.DELIVERED);
    assertThat(stored("one").attempts()).isEqualTo(9);
  }

  @Test
  void redirectsAreNotFollowedAndNotGood() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));
    status = 307;

    assertThat(attempt(startedByHand(deliveries), "one").responseStatus()).isEqualTo(307);

    assertThat(received).singleElement().asString().startsWith("/api/webhooks/stripe ");
  }

  @Test
  void noAnswerIsTriedAgain() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));
    WebhookPoster poster = startedByHand(deliveries);
    server.stop(0);

    Delivery failed = attempt(poster, "one");

    assertThat(failed.status()).isEqualTo(Delivery.Status.PENDING);
    assertThat(failed.responseStatus()).isNull();
    assertThat(failed.problem()).isNotBlank();
  }

  @Test
  void whatIsRefusedForADayIsGivenUp() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));
    WebhookPoster poster = startedByHand(deliveries);
    status = 400;
    attempt(poster, "one");
    fixture.clock.pass(Duration.ofHours(25));

    assertThat(attempt(poster, "one").status()).isEqualTo(Delivery.Status.ABANDONED);

    assertThat(isQueued("one")).isFalse();
  }

  @Test
  void anAttemptThatWasCutOffIsMadeAgainAfterItsLease() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));
    deliveries.claim("one", Duration.ofSeconds(20));
    WebhookPoster restarted = startedByHand(deliveries());

    assertThat(restarted.deliver("one")).as("another instance may be at it").isEmpty();
    fixture.clock.pass(Duration.ofSeconds(20));

    assertThat(attempt(restarted, "one").attempts()).isEqualTo(2);
    assertThat(received).hasSize(1);
  }

  @Test
  void aLateNoticeWaitsForItsTime() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ofMinutes(1), 1)));
    WebhookPoster poster = startedByHand(deliveries);

    assertThat(poster.deliver("one")).isEmpty();
    fixture.clock.pass(Duration.ofMinutes(1));

    assertThat(attempt(poster, "one").status()).isEqualTo(Delivery.Status.DELIVERED);
  }

  @Test
  void whatIsToBeToldTwiceIsToldTwice() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 2)));
    WebhookPoster poster = startedByHand(deliveries);

    assertThat(attempt(poster, "one").status()).isEqualTo(Delivery.Status.PENDING);
    assertThat(attempt(poster, "one").status()).isEqualTo(Delivery.Status.DELIVERED);

    assertThat(received.poll()).isEqualTo(received.poll()).isNotNull();
  }

  @Test
  void aDeliveryIsRepeatedUnchanged() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));
    WebhookPoster poster = startedByHand(deliveries);
    attempt(poster, "one");

    assertThat(poster.repeat("one").orElseThrow().attempts()).isEqualTo(2);

    assertThat(received.poll()).isEqualTo(received.poll()).isNotNull();
    assertThat(isQueued("one")).isFalse();
    assertThat(poster.repeat("nobody")).isEmpty();
  }

  @Test
  void aNoticeThatWasTakenIsNotTakenAgain() {
    Deliveries deliveries = deliveries();
    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));
    attempt(startedByHand(deliveries), "one");

    deliveries.take(List.of(notice("one", Duration.ZERO, 1)));

    assertThat(stored("one").status()).isEqualTo(Delivery.Status.DELIVERED);
    assertThat(isQueued("one")).isFalse();
  }
}
