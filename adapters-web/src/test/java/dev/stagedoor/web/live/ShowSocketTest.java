package dev.stagedoor.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.SocketClient;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.tree.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShowSocketTest {
  private WebServer server;
  private Person operator;
  private ShowId show;

  @BeforeEach
  void open() {
    server = WebServer.start("stagedoor.live.heartbeat=1h", "stagedoor.rate-limits.enabled=false");
    operator = server.house().aFamily().person();
    var stagedoor = server.house().stagedoor();
    var workspace =
        stagedoor.workspaces().create(operator.actor(), "Boutique", Optional.empty()).id();
    show =
        new ShowId(
            stagedoor
                .shows()
                .create(
                    operator.actor(),
                    Optional.of(new WorkspaceId(workspace)),
                    "Friday night",
                    Optional.empty())
                .id());
    stagedoor
        .showItems()
        .add(operator.actor(), show, new ShowItem.Details(12, "Scarf", Optional.of(1500L), 1));
    stagedoor.shows().start(operator.actor(), show);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void claim(String user) {
    server.house().stagedoor().claims().claim(operator.actor(), show, new Buyer(user, user), 12, 1);
    server.house().updates().relay();
  }

  private Reader read(String query) {
    return read(query, Map.of("Authorization", "Bearer " + operator.token().reveal()));
  }

  private Reader read(String query, Map<String, String> headers) {
    return new Reader(SocketClient.connect(server, "/ws/shows/" + show.value() + query, headers));
  }

  private record Reader(SocketClient line) {
    private JsonNode next() {
      Optional<JsonNode> message = line.poll(Duration.ofSeconds(10));
      assertThat(message).as("a message within 10 s").isPresent();
      return message.get();
    }

    /** Returns the next message of a type, passing over others. */
    private JsonNode next(String type) {
      JsonNode message = next();
      while (!message.get("type").getStringValue().equals(type)) {
        message = next();
      }
      return message;
    }
  }

  @Test
  void anOperatorSeesWhatIsClaimedAsItHappens() {
    Reader reader = read("");
    assertThat(reader.next().get("type").getStringValue()).isEqualTo("hello");

    claim("ana");

    JsonNode claim = reader.next("claim.created").get("data").get("claim");
    assertThat(claim.get("itemNumber").getIntValue()).isEqualTo(12);
    assertThat(claim.get("status").getStringValue()).isEqualTo("active");
    assertThat(claim.get("platformUserId").getStringValue()).isEqualTo("ana");
  }

  @Test
  void whoComesBackGetsWhatWasMissed() {
    Reader reader = read("");
    reader.next("hello");
    claim("ana");
    String seen = reader.next("buyer.updated").get("id").getStringValue();
    reader.line().socket().abort();
    claim("luis");

    Reader again = read("?lastEventId=" + seen);

    JsonNode claim = again.next("claim.created").get("data").get("claim");
    assertThat(claim.get("platformUserId").getStringValue()).isEqualTo("luis");
    assertThat(claim.get("status").getStringValue()).isEqualTo("waiting");
  }

  @Test
  void whoNamesAPlaceThatIsNotKnownIsToldToReadEverythingAnew() {
    assertThat(read("?lastEventId=nowhere").next("resync").get("data")).isNull();
  }

  @Test
  void whoWritesIsShownOut() {
    Reader reader = read("");
    assertThat(reader.next().get("type").getStringValue()).isEqualTo("hello");

    reader.line().socket().sendText("buy!", true).join();

    assertThat(reader.line().closedWith(Duration.ofSeconds(10))).isEqualTo(1003);
  }

  @Test
  void whoDoesNotOperateTheShowIsRefusedBeforeTheSocketOpens() {
    Person stranger = server.house().aFamily().person();

    assertRefused(401, Map.of());
    assertRefused(401, Map.of("Authorization", "Bearer nonsense"));
    assertRefused(404, Map.of("Authorization", "Bearer " + stranger.token().reveal()));
    show = new ShowId(UUID.randomUUID());
    assertRefused(404, Map.of("Authorization", "Bearer " + operator.token().reveal()));
  }

  @Test
  void aPageOfAnotherSiteOpensNoSocketWithOurCookie() {
    String cookie =
        server
            .post("/api/session")
            .json("{\"idToken\": \"" + operator.token().reveal() + "\"}")
            .send()
            .response()
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .split(";")[0];

    assertRefused(403, Map.of("Cookie", cookie, "Origin", "https://elsewhere.example"));
    assertRefused(403, Map.of("Cookie", cookie));
    assertThat(
            read("", Map.of("Cookie", cookie, "Origin", server.origin()))
                .next()
                .get("type")
                .getStringValue())
        .isEqualTo("hello");
  }

  @Test
  void aHandshakeIsRefusedInTheLanguageItAsksFor() {
    assertThat(languageOfRefusal("", "de-AT,en;q=0.5")).isEqualTo("de");
    assertThat(languageOfRefusal("?lang=fr", "de-AT,en;q=0.5")).isEqualTo("fr");
    assertThat(languageOfRefusal("?lang=tlh", "sv")).isEqualTo("en");
  }

  private String languageOfRefusal(String query, String accepted) {
    try {
      read(query, Map.of("Accept-Language", accepted));
      throw new AssertionError("let in");
    } catch (CompletionException failed) {
      return ((WebSocketHandshakeException) failed.getCause())
          .getResponse()
          .headers()
          .firstValue("Content-Language")
          .orElse("none");
    }
  }

  private void assertRefused(int status, Map<String, String> headers) {
    assertThatThrownBy(() -> read("", headers))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }
}
