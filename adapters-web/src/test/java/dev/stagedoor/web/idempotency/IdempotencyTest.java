package dev.stagedoor.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.TestRoutes;
import dev.stagedoor.web.WebServer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
  private static final String BODY = "{'name':'first'}";
  private static WebServer server;
  private static Person ada;
  private String key;
  private int before;

  @BeforeAll
  static void start() {
    server = WebServer.start("test.routes=true", "stagedoor.idempotency.lease=1s");
    ada = server.house().aFamily().person();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void newKey() {
    key = UUID.randomUUID().toString();
    before = routes().orders.get();
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswerAndDoesNothing() {
    Answer first = order(key, BODY);
    Answer second = order(key, BODY);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotent-Replayed")).hasValue("true");
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(done()).isEqualTo(1);
  }

  @Test
  void withoutAKeyEveryRequestCounts() {
    server.post("/api/test/orders").bearer(ada.token()).json(BODY).send();
    server.post("/api/test/orders").bearer(ada.token()).json(BODY).send();

    assertThat(done()).isEqualTo(2);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    order(key, BODY);

    order(key, "{'name':'other'}").isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(done()).isEqualTo(1);
  }

  @Test
  void whileTheFirstRequestRunsTheSecondIsTurnedAway() throws Exception {
    routes().arrived = new CountDownLatch(1);
    routes().mayGoOn = new CountDownLatch(1);
    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> order(key, BODY));
    assertThat(routes().arrived.await(20, TimeUnit.SECONDS)).isTrue();

    Answer second = order(key, BODY);
    routes().mayGoOn.countDown();

    second.isProblem(409, "IDEMPOTENCY_KEY_RUNNING");
    assertThat(second.header("Retry-After")).isPresent();
    assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
    assertThat(order(key, BODY).header("Idempotent-Replayed")).hasValue("true");
    assertThat(done()).isEqualTo(1);
  }

  @Test
  void aRequestThatWasCutOffDoesNotKeepItsKey() {
    var records = server.house().idempotencyRecords();
    records.dying(true);
    order(key, BODY);
    records.dying(false);
    order(key, BODY).isProblem(409, "IDEMPOTENCY_KEY_RUNNING");

    server.house().clock().advance(Duration.ofSeconds(1));

    assertThat(order(key, BODY).status()).isEqualTo(201);
    assertThat(order(key, BODY).header("Idempotent-Replayed")).hasValue("true");
    assertThat(done()).isEqualTo(2);
  }

  @Test
  void aRequestThatTakesLongKeepsItsKey() throws Exception {
    routes().arrived = new CountDownLatch(1);
    routes().mayGoOn = new CountDownLatch(1);
    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> order(key, BODY));
    assertThat(routes().arrived.await(20, TimeUnit.SECONDS)).isTrue();
    server.house().clock().advance(Duration.ofMinutes(10));
    // The first renewal may have begun before the clock moved.
    assertThat(server.house().idempotencyRecords().renewedTimes(2)).isTrue();

    order(key, BODY).isProblem(409, "IDEMPOTENCY_KEY_RUNNING");

    routes().mayGoOn.countDown();
    assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
    assertThat(done()).isEqualTo(1);
  }

  @Test
  void whoHangsUpFindsTheAnswerLater() throws Exception {
    routes().arrived = new CountDownLatch(1);
    routes().mayGoOn = new CountDownLatch(1);
    sendAndHangUp();

    order(key, BODY).isProblem(409, "IDEMPOTENCY_KEY_RUNNING");
    routes().mayGoOn.countDown();

    assertThat(server.house().idempotencyRecords().finished()).isTrue();
    Answer again = order(key, BODY);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(done()).isEqualTo(1);
  }

  /** Sends the order, and comes back when it is being done and the server has hung up too. */
  private void sendAndHangUp() throws Exception {
    byte[] body = BODY.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            "POST /api/test/orders HTTP/1.1",
            "Host: " + server.uri("/").getAuthority(),
            "Authorization: Bearer " + ada.token().reveal(),
            "Idempotency-Key: " + key,
            "Content-Type: application/json",
            "Content-Length: " + body.length,
            "",
            "");
    try (Socket client = new Socket(server.uri("/").getHost(), server.uri("/").getPort())) {
      client.setSoTimeout(20_000);
      client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().write(body);
      assertThat(routes().arrived.await(20, TimeUnit.SECONDS)).isTrue();
      client.shutdownOutput();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "bug"})
  void aFailureOfOursIsNotKept(String name) {
    String body = "{'name':'" + name + "'}";
    assertThat(order(key, body).status()).isGreaterThanOrEqualTo(500);

    Answer second = order(key, body);

    assertThat(second.status()).isGreaterThanOrEqualTo(500);
    assertThat(second.header("Idempotent-Replayed")).isEmpty();
    assertThat(done()).isEqualTo(2);
  }

  @Test
  void aRefusalIsKept() {
    Answer first = order(key, "{'name':'refused'}").isProblem(422, "INVALID_VALUE");
    Answer second = order(key, "{'name':'refused'}");

    assertThat(second.header("Idempotent-Replayed")).hasValue("true");
    assertThat(second.header("Content-Type")).hasValue("application/problem+json");
    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(done()).isEqualTo(1);
  }

  @Test
  void aRequestOfNobodySignedInIsNotKept() {
    server
        .post("/api/user/auth/logout")
        .header("Idempotency-Key", key)
        .send()
        .isProblem(401, "NOT_SIGNED_IN");

    Answer again =
        server
            .post("/api/user/auth/logout")
            .header("Idempotency-Key", key)
            .send()
            .isProblem(401, "NOT_SIGNED_IN");
    assertThat(again.header("Idempotent-Replayed")).isEmpty();
  }

  @Test
  void anAnswerWithoutABodyIsReplayedToo() {
    var email = ada.email().value();
    Answer first = forgot(email);
    Answer second = forgot(email);

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.text()).isEmpty();
    assertThat(second.header("Idempotent-Replayed")).hasValue("true");
  }

  private Answer forgot(String email) {
    return server
        .post("/api/auth/password/forgot")
        .header("Idempotency-Key", key)
        .json("{'email':'" + email + "'}")
        .send();
  }

  @Test
  void aSessionCookieIsNotReplayed() {
    String body = "{'idToken':'" + ada.token().reveal() + "'}";
    Answer first = session(body);
    Answer second = session(body);

    assertThat(second.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.header("Set-Cookie")).isPresent().isNotEqualTo(first.header("Set-Cookie"));
  }

  private Answer session(String body) {
    return server.post("/api/session").header("Idempotency-Key", key).json(body).send();
  }

  @Test
  void theSameKeyOfAnotherCallerPathOrMethodIsAnother() {
    Person grace = server.house().aFamily().person();
    order(key, BODY);

    Answer others =
        server
            .post("/api/test/orders")
            .bearer(grace.token())
            .header("Idempotency-Key", key)
            .json(BODY)
            .send();
    Answer elsewhere =
        server
            .post("/api/test/checked")
            .bearer(ada.token())
            .header("Idempotency-Key", key)
            .json(BODY)
            .send();

    assertThat(others.header("Idempotent-Replayed")).isEmpty();
    assertThat(elsewhere.header("Idempotent-Replayed")).isEmpty();
    assertThat(done()).isEqualTo(2);
  }

  @Test
  void afterADayTheKeyIsAsGoodAsNew() {
    order(key, BODY);
    server.house().clock().advance(Duration.ofHours(24).plusSeconds(1));
    ada = server.house().signIn(ada.email());

    assertThat(order(key, BODY).header("Idempotent-Replayed")).isEmpty();
    assertThat(done()).isEqualTo(2);
  }

  @Test
  void aQuotedKeyIsTheSameAsABareOne() {
    order("\"" + key + "\"", BODY);

    assertThat(order(key, BODY).header("Idempotent-Replayed")).hasValue("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "\"unclosed", "tab\there"})
  void aKeyThatIsNoneIsRefused(String bad) {
    Answer answer = order(bad, BODY);

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("Idempotency-Key");
    assertThat(done()).isZero();
  }

  @Test
  void aKeyOfMoreThan255CharactersIsRefused() {
    assertThat(order("k".repeat(255), BODY).status()).isEqualTo(201);
    order("k".repeat(256), BODY).isProblem(422, "INVALID_VALUE");
  }

  @Test
  void aBodyTooLargeToBeReadWholeIsRefused() {
    String large = "{'name':'" + "x".repeat(1024 * 1024) + "'}";

    order(key, large).isProblem(413, "BODY_TOO_LARGE");
    assertThat(done()).isZero();
  }

  @Test
  void whatIsKeptShowsNeitherTheKeyNorTheAnswer() {
    String scope = ada.actor().userId() + " POST /api/test/orders";
    AnswerSeal seal = AnswerSeal.of(scope, new RepeatKey(key));
    byte[] answer = "{\"token\":\"secret\"}".getBytes(StandardCharsets.UTF_8);
    byte[] kept = seal.close(answer);

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret", "token");
    assertThat(AnswerSeal.name(scope, new RepeatKey(key))).doesNotContain(key);
    assertThat(seal.open(kept)).isEqualTo(answer);
    assertThat(seal.close(answer)).isNotEqualTo(kept);
  }

  @Test
  void anAnswerIsOpenedByItsOwnKeyOnlyAndUnchanged() {
    byte[] kept = AnswerSeal.of("a", new RepeatKey("key")).close(new byte[] {1, 2, 3});

    for (AnswerSeal other :
        new AnswerSeal[] {
          AnswerSeal.of("a", new RepeatKey("kez")), AnswerSeal.of("b", new RepeatKey("key"))
        }) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> other.open(kept))
          .isInstanceOf(IllegalStateException.class);
    }
    kept[kept.length - 1] ^= 1;
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> AnswerSeal.of("a", new RepeatKey("key")).open(kept))
        .isInstanceOf(IllegalStateException.class);
  }

  private Answer order(String withKey, String body) {
    return server
        .post("/api/test/orders")
        .bearer(ada.token())
        .header("Idempotency-Key", withKey)
        .json(body)
        .send();
  }

  private int done() {
    return routes().orders.get() - before;
  }

  private static TestRoutes routes() {
    return server.bean(TestRoutes.class);
  }
}
