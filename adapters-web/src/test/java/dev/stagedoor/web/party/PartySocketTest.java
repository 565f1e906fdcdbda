package dev.stagedoor.web.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.tree.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PartySocketTest {
  private static final String MEDIA = "'mediaUrl':'https://films.example.org/one.m3u8'";

  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
    server.house().stagedoor().prepare();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static PartyClient connect(Person person) {
    return PartyClient.connect(server, "?token=" + person.token().reveal(), Map.of());
  }

  private static PartyClient connect() {
    return connect(server.house().aFamily().person());
  }

  private static String create(PartyClient host) {
    host.send("{'type':'party:create','data':{'userName':'John'," + MEDIA + "}}");
    return host.next("party:create").get("roomId").getStringValue();
  }

  private static JsonNode join(PartyClient guest, String room, String name) {
    guest.send(
        "{'type':'party:join','data':{'roomId':'%s','userName':'%s'}}".formatted(room, name));
    return guest.next("party:join");
  }

  private static List<String> names(JsonNode state) {
    return StreamSupport.stream(state.get("members").values().spliterator(), false)
        .map(member -> member.get("userName").getStringValue())
        .toList();
  }

  @Test
  void aPartyGoesAsTheDocumentSays() {
    PartyClient john = connect();
    john.send("{'type':'party:create','data':{'userName':'John'}}");
    JsonNode made = john.next("party:create");
    String room = made.get("roomId").getStringValue();
    assertThat(room).matches("party_[A-Za-z0-9_-]{22}");
    assertThat(made.get("isHost").getBooleanValue()).isTrue();

    PartyClient sarah = connect();
    JsonNode state = join(sarah, room, "Sarah");
    assertThat(state.get("isHost").getBooleanValue()).isFalse();
    assertThat(names(state)).containsExactly("John", "Sarah");
    assertThat(john.next("party:user-joined").get("userName").getStringValue()).isEqualTo("Sarah");

    john.send("{'type':'party:play','data':{'currentTime':1800}}");
    assertThat(sarah.next("party:play").get("currentTime").getDoubleValue()).isEqualTo(1800);
    assertThat(john.next("party:play").get("isPlaying").getBooleanValue()).isTrue();

    sarah.send("{'type':'party:chat','data':{'message':'Great scene!'}}");
    for (PartyClient one : List.of(john, sarah)) {
      JsonNode line = one.next("party:chat");
      assertThat(line.get("message").getStringValue()).isEqualTo("Great scene!");
      assertThat(line.get("userName").getStringValue()).isEqualTo("Sarah");
    }

    john.send("{'type':'party:leave'}");
    assertThat(john.next("party:leave").get("roomId").getStringValue()).isEqualTo(room);
    assertThat(sarah.next("party:user-left").get("userName").getStringValue()).isEqualTo("John");
    assertThat(sarah.next("party:host-changed").get("userName").getStringValue())
        .isEqualTo("Sarah");
  }

  @Test
  void whoComesLateIsToldWhereItIsAndWhatWasSaid() {
    PartyClient host = connect();
    String room = create(host);
    host.send("{'type':'party:seek','data':{'currentTime':61.5}}").next("party:seek");
    host.send("{'type':'party:chat','data':{'message':'Begin'}}").next("party:chat");

    JsonNode state = join(connect(), room, "Late");

    assertThat(state.get("currentTime").getDoubleValue()).isEqualTo(61.5);
    assertThat(state.get("mediaUrl").getStringValue()).startsWith("https://films.");
    assertThat(state.get("messages").get(0).get("message").getStringValue()).isEqualTo("Begin");
  }

  @Test
  void syncIsAnsweredFromWhatTheServerKnows() {
    PartyClient host = connect();
    String room = create(host);
    PartyClient guest = connect();
    join(guest, room, "Guest");
    host.next("party:user-joined");
    host.send("{'type':'party:play','data':{'currentTime':10}}").next("party:play");
    guest.next("party:play");
    server.house().clock().advance(Duration.ofSeconds(5));

    JsonNode state = guest.send("{'type':'party:sync'}").next("party:sync");

    assertThat(state.get("isPlaying").getBooleanValue()).isTrue();
    assertThat(state.get("currentTime").getDoubleValue()).isEqualTo(15);
    assertThat(state.get("isHost").getBooleanValue()).isFalse();
  }

  @Test
  void aPingIsAnsweredWithTheTime() {
    JsonNode pong = connect().send("{'type':'ping','data':{'t':12.25}}").next("pong");

    assertThat(pong.get("t").getDoubleValue()).isEqualTo(12.25);
    assertThat(pong.get("serverTime").getLongValue())
        .isEqualTo(server.house().clock().instant().toEpochMilli());
  }

  @Test
  void onlyTheHostPlays() {
    PartyClient host = connect();
    PartyClient guest = connect();
    join(guest, create(host), "Guest");

    JsonNode refused = guest.send("{'type':'party:play','data':{'currentTime':1}}").next("error");

    assertThat(refused.get("code").getStringValue()).isEqualTo("NOT_THE_HOST");
    assertThat(refused.get("requestType").getStringValue()).isEqualTo("party:play");
  }

  @Test
  void refusalsAreToldInTheLanguageOfTheHandshake() {
    String query = "?lang=fr&token=" + server.house().aFamily().person().token().reveal();
    PartyClient french = PartyClient.connect(server, query, Map.of());

    JsonNode refused = french.send("{'type':'party:play','data':{'currentTime':1}}").next("error");

    String english =
        connect()
            .send("{'type':'party:play','data':{'currentTime':1}}")
            .next("error")
            .get("message")
            .getStringValue();
    assertThat(refused.get("code").getStringValue()).isEqualTo("NOT_IN_PARTY");
    assertThat(refused.get("message").getStringValue()).isNotBlank().isNotEqualTo(english);
  }

  @Test
  void whoIsRemovedIsOutAndCannotComeBack() {
    PartyClient host = connect();
    String room = create(host);
    PartyClient guest = connect();
    join(guest, room, "Guest");
    String id = host.next("party:user-joined").get("userId").getStringValue();

    host.send("{'type':'party:kick','data':{'userId':'" + id + "'}}").next("party:user-kicked");

    guest.next("party:user-kicked");
    guest.send("{'type':'party:join','data':{'roomId':'" + room + "','userName':'Guest'}}");
    assertThat(guest.refusal()).isEqualTo("REMOVED_FROM_PARTY");
    guest.send("{'type':'party:chat','data':{'message':'Still here'}}");
    assertThat(guest.refusal()).isEqualTo("NOT_IN_PARTY");
  }

  @Test
  void whoseConnectionIsLostIsAwayAndComesBackToTheSameSeat() {
    PartyClient host = connect();
    String room = create(host);
    Person person = server.house().aFamily().person();
    PartyClient guest = connect(person);
    join(guest, room, "Guest");
    host.next("party:user-joined");

    guest.drop();
    assertThat(host.next("party:user-away").get("userName").getStringValue()).isEqualTo("Guest");

    JsonNode state = join(connect(person), room, "Guest");
    assertThat(names(state)).containsExactly("John", "Guest");
    host.next("party:user-joined");
  }

  @Test
  void whoIsNotSignedInIsRefusedBeforeTheSocketOpens() {
    assertRefused(401, "", Map.of());
    assertRefused(401, "?token=nonsense", Map.of());
    assertRefused(401, "?token=", Map.of());
  }

  private static String cookie() {
    return server
        .post("/api/session")
        .json("{'idToken': '" + server.house().aFamily().person().token().reveal() + "'}")
        .send()
        .response()
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .split(";")[0];
  }

  @Test
  void aPageOfAnotherSiteOpensNoSocketWithOurCookie() {
    String cookie = cookie();

    assertRefused(403, "", Map.of("Cookie", cookie, "Origin", "https://elsewhere.example"));
    assertRefused(403, "", Map.of("Cookie", cookie));
    PartyClient ours =
        PartyClient.connect(server, "", Map.of("Cookie", cookie, "Origin", server.origin()));
    assertThat(create(ours)).startsWith("party_");
  }

  private static void assertRefused(int status, String query, Map<String, String> headers) {
    assertThatThrownBy(() -> PartyClient.connect(server, query, headers))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  /** Two who watch meanwhile, and notice nothing of whatever others do. */
  private static void othersAreUnaffected(Runnable hostility) {
    PartyClient host = connect();
    PartyClient guest = connect();
    join(guest, create(host), "Guest");
    host.next("party:user-joined");

    hostility.run();

    host.send("{'type':'party:play','data':{'currentTime':5}}").next("party:play");
    assertThat(guest.next("party:play").get("currentTime").getDoubleValue()).isEqualTo(5);
  }

  @Test
  void aMessageThatIsTooLargeEndsTheConnection() {
    othersAreUnaffected(
        () -> {
          PartyClient large = connect();
          large.trySend("x".repeat(8193));
          assertThat(large.closedWith()).isEqualTo(1009);

          PartyClient inPieces = connect();
          inPieces.sendPiece("x".repeat(5000));
          inPieces.trySend("x".repeat(5000));
          assertThat(inPieces.closedWith()).isEqualTo(1009);
        });
  }

  @Test
  void aMessageThatJustFitsIsRead() {
    String padding = "x".repeat(8192 - "{\"type\":\"ping\",\"data\":{\"p\":\"\"}}".length());

    connect().send("{'type':'ping','data':{'p':'" + padding + "'}}").next("pong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "",
        "{",
        "[]",
        "null",
        "12",
        "'party:join'",
        "{}",
        "{'type':7}",
        "{'type':''}",
        "{'type':null,'data':{}}",
        "{'data':{'type':'party:sync'}}",
        "{'type':'party:sync','data':[]}",
        "{'type':'party:sync','data':'x'}"
      })
  void whatIsNoMessageIsAnsweredOnceAndEndsTheConnection(String text) {
    othersAreUnaffected(
        () -> {
          PartyClient client = connect();
          client.send(text);
          assertThat(client.refusal()).isEqualTo("REQUEST_UNREADABLE");
          assertThat(client.closedWith()).isEqualTo(1007);
        });
  }

  @Test
  void deepNestingIsNoMessage() {
    PartyClient client = connect();
    client.send("{'type':'party:sync','data':{'a':" + "[".repeat(4000) + "]".repeat(4000) + "}}");

    assertThat(client.refusal()).isEqualTo("REQUEST_UNREADABLE");
    assertThat(client.closedWith()).isEqualTo(1007);
  }

  @Test
  void bytesAreNoMessage() {
    PartyClient client = connect();
    client.sendBytes("{\"type\":\"party:sync\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(client.refusal()).isEqualTo("REQUEST_UNREADABLE");
    assertThat(client.closedWith()).isEqualTo(1007);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'party:unheard-of'}",
        "{'type':'party:join','data':{'userName':'Ana'}}",
        "{'type':'party:join','data':{'roomId':7,'userName':'Ana'}}",
        "{'type':'party:create'}",
        "{'type':'party:create','data':{'userName':'  '}}",
        "{'type':'party:create','data':{'userName':'Ana','mediaUrl':'javascript:alert(1)'}}",
        "{'type':'party:create','data':{'userName':'Ana','mediaUrl':'https://me:word@a.example/'}}",
        "{'type':'party:play'}",
        "{'type':'party:play','data':{'currentTime':'soon'}}",
        "{'type':'party:play','data':{'currentTime':-1}}",
        "{'type':'party:play','data':{'currentTime':1e999999999}}",
        "{'type':'party:play','data':{'currentTime':3000000}}",
        "{'type':'party:ready','data':{'isReady':'yes'}}"
      })
  void whatCannotBeDoneIsRefusedAndTheConnectionStays(String text) {
    PartyClient client = connect();
    client.send(text);
    assertThat(client.refusal()).isEqualTo("INVALID_VALUE");

    client.send("{'type':'ping'}").next("pong");
  }

  @Test
  void whoSendsTooMuchIsShownOut() {
    othersAreUnaffected(
        () -> {
          PartyClient flood = connect();
          IntStream.rangeClosed(0, Guest.MOST_MESSAGES)
              .forEach(i -> flood.trySend("{\"type\":\"ping\"}"));
          assertThat(flood.closedWith()).isEqualTo(1008);
        });
  }

  @Test
  void whoSendsAsMuchAsOneMayStays() {
    PartyClient lively = connect();
    IntStream.range(0, Guest.MOST_MESSAGES).forEach(i -> lively.send("{'type':'ping'}"));

    IntStream.range(0, Guest.MOST_MESSAGES).forEach(i -> lively.next("pong"));
    server.house().clock().advance(Guest.MESSAGES_WITHIN);
    lively.send("{'type':'ping'}").next("pong");
  }

  @Test
  void whoGuessesPartiesIsShownOut() {
    othersAreUnaffected(
        () -> {
          PartyClient guesser = connect();
          for (int i = 0; i <= Guest.MOST_GUESSES; i++) {
            String guess = i % 2 == 0 ? "party_" + "A".repeat(20) + i + "A" : "party_123";
            guesser.send(
                "{'type':'party:join','data':{'roomId':'" + guess + "','userName':'Eve'}}");
            assertThat(guesser.refusal()).isEqualTo("PARTY_UNKNOWN");
          }
          assertThat(guesser.closedWith()).isEqualTo(1008);
        });
  }

  @Test
  void whoseTokenRunsOutIsShownOutWithinAMinute() {
    PartyClient gone = connect();
    gone.send("{'type':'ping'}").next("pong");
    server.house().clock().advance(Duration.ofDays(1));
    PartyClient stays = connect();

    server.bean(Guests.class).check();

    assertThat(gone.closedWith()).isEqualTo(1008);
    stays.send("{'type':'ping'}").next("pong");
  }

  @Test
  void whoSignsOutIsShownOutWithinAMinute() {
    String cookie = cookie();
    PartyClient ours =
        PartyClient.connect(server, "", Map.of("Cookie", cookie, "Origin", server.origin()));
    ours.send("{'type':'ping'}").next("pong");
    server
        .house()
        .stagedoor()
        .sessions()
        .closeCookie(Secret.of(cookie.substring("session=".length())));
    server.house().clock().advance(Guests.CHECKED_EVERY);

    server.bean(Guests.class).check();

    assertThat(ours.closedWith()).isEqualTo(1008);
  }
}
