package dev.stagedoor.web.crossapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.events.Fair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which pages may call the routes of the ticketing system from a browser: its own. */
class CrossSiteTest {
  private static final String GENERATE = "/api/cross-app/generate-session";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Answer preflight(WebServer at, String path, String origin) {
    return at.request("OPTIONS", path)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,x-session-token")
        .send();
  }

  private static List<String> corsHeaders(Answer answer) {
    return answer.response().headers().map().keySet().stream()
        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"))
        .toList();
  }

  @Test
  void theTicketingSystemsPagesMayAskFirst() {
    Answer answer = preflight(server, GENERATE, WebServer.TICKETS);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers(ALLOWED)).containsExactly(WebServer.TICKETS);
    assertThat(answer.header("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(answer.header("Access-Control-Allow-Methods")).hasValue("GET, POST");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .hasValue("Authorization, Content-Type, X-Session-Token, X-Shared-Secret");
    assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
  }

  @Test
  void theyMayReadAnswersAndRefusals() {
    Fair fair = Fair.open(server, TicketingStatus.NONE);
    Answer good =
        server
            .post(GENERATE)
            .bearer(fair.organiser().token())
            .header("Origin", WebServer.TICKETS)
            .json("{}")
            .send();
    Answer refused = server.post(GENERATE).header("Origin", WebServer.TICKETS).json("{}").send();

    assertThat(good.status()).isEqualTo(200);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(Stream.of(good, refused))
        .allSatisfy(
            answer -> {
              assertThat(answer.headers(ALLOWED)).containsExactly(WebServer.TICKETS);
              assertThat(answer.header("Access-Control-Allow-Credentials")).hasValue("true");
              assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
            });
  }

  @Test
  void nobodyElsesPagesMay() {
    for (String origin :
        List.of(
            "null",
            "https://evil.example.org",
            "http://tickets.example.org",
            "https://tickets.example.org.evil.example",
            "https://tickets.example.org:8443",
            "https://tickets.example.org/")) {
      Answer asked = preflight(server, GENERATE, origin);
      Answer called =
          server
              .request("GET", "/api/cross-app/user-accounts")
              .header("x-shared-secret", InMemoryStagedoor.TICKETING_SECRET.reveal())
              .header("Origin", origin)
              .send();

      assertThat(corsHeaders(asked)).as(origin).isEmpty();
      assertThat(corsHeaders(called)).as(origin).isEmpty();
      assertThat(called.header("Vary").orElseThrow()).contains("Origin");
    }
    Answer sameSite = server.post(GENERATE).json("{}").send();
    assertThat(corsHeaders(sameSite)).isEmpty();
    assertThat(sameSite.header("Vary").orElseThrow()).contains("Origin");
  }

  @Test
  void theyMayCallNothingElse() {
    for (String path : List.of("/api/events", "/api/admin/cross-app/uses", "/api/session")) {
      assertThat(corsHeaders(preflight(server, path, WebServer.TICKETS))).as(path).isEmpty();
      assertThat(corsHeaders(server.get(path).header("Origin", WebServer.TICKETS).send()))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void aBrowsersCookieCountsFromTheirPagesAndNobodyElses() {
    Fair fair = Fair.open(server, TicketingStatus.NONE);
    String token = fair.organiser().token().reveal();
    String cookie =
        server
            .post("/api/session")
            .json("{'idToken':'" + token + "'}")
            .send()
            .header("Set-Cookie")
            .map(set -> set.replaceAll(";.*", ""))
            .orElseThrow();
    WebServer.Exchange theirs = server.post(GENERATE).header("Cookie", cookie).json("{}");
    WebServer.Exchange evil = server.post(GENERATE).header("Cookie", cookie).json("{}");

    assertThat(theirs.header("Origin", WebServer.TICKETS).send().status()).isEqualTo(200);
    evil.header("Origin", "https://evil.example.org").send().isProblem(403, "ORIGIN_NOT_ALLOWED");
    server
        .post("/api/events")
        .header("Cookie", cookie)
        .header("Origin", WebServer.TICKETS)
        .json("{}")
        .send()
        .isProblem(403, "ORIGIN_NOT_ALLOWED");
  }

  @Test
  void theServersOwnHandlingOfOtherSitesAddsNothingTwice() {
    try (WebServer other =
        WebServer.start(
            "stagedoor.http.allowed-origins=" + WebServer.TICKETS + ",https://app.example.org")) {
      Answer asked = preflight(other, GENERATE, WebServer.TICKETS);
      Answer called = other.post(GENERATE).header("Origin", WebServer.TICKETS).json("{}").send();

      assertThat(Stream.of(asked, called))
          .allSatisfy(
              answer -> {
                assertThat(answer.headers(ALLOWED)).containsExactly(WebServer.TICKETS);
                assertThat(answer.headers("Access-Control-Allow-Credentials"))
                    .containsExactly("true");
              });
      assertThat(asked.status()).isLessThan(300);
    }
  }

  @Test
  void whereNoSiteIsNamedNobodysPagesMay() {
    var nobody = new dev.stagedoor.web.request.CrossAppOrigin(Optional.empty());

    assertThat(
            nobody.allows(
                io.micronaut.http.HttpRequest.POST(GENERATE, "").header("Origin", "null")))
        .isFalse();
  }
}
