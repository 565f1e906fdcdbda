package dev.stagedoor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
  private static WebServer server;
  private static Person ada;

  @BeforeAll
  static void start() {
    server =
        WebServer.start(
            "test.routes=true", "stagedoor.http.allowed-origins=https://app.example.org");
    ada = server.house().aFamily().person();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoSendsNothingIsAVisitor() {
    assertThat(actor(server.get("/api/test/actor").send())).isEqualTo("visitor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
  void aTokenSaysWhoCalls(String scheme) {
    Answer answer =
        server.get("/api/test/actor").header("Authorization", scheme + ada.token().reveal()).send();

    assertThat(actor(answer)).isEqualTo(ada.actor().toString());
  }

  @Test
  void aTokenNeedsNoOrigin() {
    assertThat(actor(server.post("/api/test/actor").bearer(ada.token()).send()))
        .isEqualTo(ada.actor().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "", "a.b.c"})
  void aBadTokenIsRefusedEvenWhereNoneIsNeeded(String token) {
    Answer answer = server.get("/api/test/actor").header("Authorization", "Bearer " + token).send();

    answer.isProblem(401, "INVALID_TOKEN");
    assertThat(answer.member("error")).isEqualTo("Invalid token");
    assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
  }

  @Test
  void aSuspendedAccountIsToldSo() {
    Person grace = server.house().aFamily().person();
    server.house().change(grace.actor().userId(), AccountBuilder::suspended);

    server.get("/api/test/actor").bearer(grace.token()).send().isProblem(403, "ACCOUNT_SUSPENDED");
  }

  @Test
  void whileTokensCannotBeCheckedNobodyIsRefusedForGood() {
    server.house().identities().failWith(ProviderException.Kind.UNAVAILABLE);
    try {
      Answer answer = server.get("/api/test/actor").bearer(ada.token()).send();

      answer.isProblem(503, "PROVIDER_UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isPresent();
    } finally {
      server.house().identities().recover();
    }
  }

  @Test
  void aSessionIsOpenedWithATokenAndClosed() {
    Answer opened = open(ada.token());
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.text()).isEqualTo("{\"success\":true}");
    String cookie = cookie(opened);

    assertThat(actor(server.get("/api/test/actor").header("Cookie", cookie).send()))
        .isEqualTo(ada.actor().toString());

    Answer closed =
        server
            .request("DELETE", "/api/session")
            .header("Cookie", cookie)
            .header("Origin", server.origin())
            .send();
    assertThat(closed.status()).isEqualTo(204);
    assertCleared(closed);
    server.get("/api/test/actor").header("Cookie", cookie).send().isProblem(401, "INVALID_TOKEN");
  }

  @Test
  void theCookieIsKeptFromScriptsAndFromOtherSites() {
    String attributes = open(ada.token()).header("Set-Cookie").orElseThrow();

    assertThat(attributes.split("; "))
        .contains("Max-Age=86400", "Path=/", "HTTPOnly", "SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void aSessionNeedsAGoodToken() {
    Answer answer = open(Secret.of("nonsense"));

    answer.isProblem(401, "INVALID_TOKEN");
    assertThat(answer.member("error")).isEqualTo("Invalid token");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void anExpiredCookieIsNotInTheWayOfANewSession() {
    Answer answer =
        server
            .post("/api/session")
            .header("Cookie", "session=cookie.over")
            .json("{'idToken':'" + ada.token().reveal() + "'}")
            .send();

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void anApiCallWithABadCookieIsRefusedAndTheCookieTakenBack() {
    Answer answer = server.get("/api/test/actor").header("Cookie", "session=nonsense").send();

    answer.isProblem(401, "INVALID_TOKEN");
    assertCleared(answer);
  }

  @Test
  void aPageWithABadCookieIsShownToAVisitorAndTheCookieTakenBack() {
    Answer answer =
        server
            .get("/api/test/page")
            .header("Cookie", "session=nonsense")
            .header("Accept", "text/html,*/*;q=0.8")
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("<p>visitor</p>");
    assertCleared(answer);
  }

  @Test
  void aCookieAloneChangesNothing() {
    String cookie = cookie(open(ada.token()));

    server
        .post("/api/test/actor")
        .header("Cookie", cookie)
        .send()
        .isProblem(403, "ORIGIN_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://127.0.0.1:1",
        "http://127.0.0.1",
        "null",
        "nonsense",
        "",
        "http://127.0.0.1.evil.example"
      })
  void aCookieThatAnotherSiteSentChangesNothing(String origin) {
    String cookie = cookie(open(ada.token()));

    server
        .post("/api/test/actor")
        .header("Cookie", cookie)
        .header("Origin", origin)
        .header("Sec-Fetch-Site", "cross-site")
        .send()
        .isProblem(403, "ORIGIN_NOT_ALLOWED");
  }

  @Test
  void aCookieFromOurOwnPagesIsGood() {
    String cookie = cookie(open(ada.token()));

    assertThat(
            actor(
                server
                    .post("/api/test/actor")
                    .header("Cookie", cookie)
                    .header("Origin", server.origin())
                    .send()))
        .isEqualTo(ada.actor().toString());
    assertThat(
            actor(
                server
                    .post("/api/test/actor")
                    .header("Cookie", cookie)
                    .header("Sec-Fetch-Site", "same-origin")
                    .send()))
        .isEqualTo(ada.actor().toString());
  }

  @Test
  void aSiteThatIsAllowedMayCallAndOthersMayNot() {
    String cookie = cookie(open(ada.token()));

    Answer allowed =
        server
            .post("/api/test/actor")
            .header("Cookie", cookie)
            .header("Origin", "https://app.example.org")
            .send();
    assertThat(allowed.status()).as(allowed.text()).isEqualTo(200);
    assertThat(allowed.header("Access-Control-Allow-Origin")).hasValue("https://app.example.org");
    assertThat(allowed.header("Access-Control-Allow-Credentials")).hasValue("true");

    Answer other = server.get("/api/test/actor").header("Origin", "https://evil.example").send();
    assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void withATokenTheCookieDoesNotCount() {
    Answer answer =
        server
            .post("/api/test/actor")
            .bearer(ada.token())
            .header("Cookie", "session=nonsense")
            .send();

    assertThat(actor(answer)).isEqualTo(ada.actor().toString());
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void signingOutByCookieEndsIt() {
    String cookie = cookie(open(ada.token()));

    Answer out =
        server
            .post("/api/user/auth/logout")
            .header("Cookie", cookie)
            .header("Origin", server.origin())
            .send();

    assertThat(out.status()).isEqualTo(204);
    assertCleared(out);
    server.get("/api/test/actor").header("Cookie", cookie).send().isProblem(401, "INVALID_TOKEN");
  }

  private static Answer open(Secret token) {
    return server.post("/api/session").json("{'idToken':'" + token.reveal() + "'}").send();
  }

  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static void assertCleared(Answer answer) {
    assertThat(answer.header("Set-Cookie").orElseThrow())
        .startsWith("session=;")
        .contains("Max-Age=0", "Path=/");
  }

  private static Object actor(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.member("actor");
  }
}
