package dev.stagedoor.web.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.web.WebServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line between a guest and the server: what goes over it in which order, and how it ends. */
@Timeout(60)
class PartyLineTest {
  private WebServer server;

  @BeforeEach
  void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
    server.house().stagedoor().prepare();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private PartyClient connect(Person person) {
    return PartyClient.connect(server, "?token=" + person.token().reveal(), Map.of());
  }

  private PartyClient connect() {
    return connect(server.house().aFamily().person());
  }

  private static String create(PartyClient host) {
    host.send("{'type':'party:create','data':{'userName':'John'}}");
    return host.next("party:create").get("roomId").getStringValue();
  }

  @Test
  void whatIsSentAtOnceIsDoneInItsOrder() {
    PartyClient host = connect();
    create(host);
    for (int round = 0; round < 8; round++) {
      for (int i = 0; i < 35; i++) {
        host.trySend("{\"type\":\"party:seek\",\"data\":{\"currentTime\":" + i + "}}");
      }
      List<Integer> heard = new ArrayList<>();
      for (int i = 0; i < 35; i++) {
        heard.add(host.next("party:seek").get("currentTime").getIntValue());
      }
      assertThat(heard).isSorted();
      server.house().clock().advance(Guest.MESSAGES_WITHIN);
    }
  }

  @Test
  void aMessageInManyPiecesIsReadAsItWasWritten() {
    PartyClient client = connect();
    for (int round = 0; round < 8; round++) {
      String message = "{\"type\":\"ping\",\"data\":{\"t\":1" + round + "12345}}";
      for (char letter : message.toCharArray()) {
        client.sendPiece(String.valueOf(letter));
      }
      client.trySend("");
      JsonNode pong = client.next("pong");
      assertThat(pong.get("t").getIntValue()).isEqualTo(1_012_345 + round * 100_000);
      server.house().clock().advance(Guest.MESSAGES_WITHIN);
    }
  }

  @Test
  void whoMayHaveBeenSeatedWithoutLearningItIsNotTakenToBeThere() {
    PartyClient host = connect();
    String room = create(host);
    PartyClient guest = connect();
    InMemoryStagedoor house = server.house();
    house.unitOfWork().loseAnswer(() -> house.parties().connections().all().count() == 2);

    guest.send("{'type':'party:join','data':{'roomId':'" + room + "','userName':'Sarah'}}");

    assertThat(guest.refusal()).isEqualTo("PROVIDER_UNAVAILABLE");
    host.next("party:user-joined");
    host.next("party:user-away");
  }

  @Test
  void whoGoesOnToAnotherPartyIsThereThoughTheirGoodbyeToTheFormerOneFails() {
    PartyClient host = connect();
    String room = create(host);
    Person person = server.house().aFamily().person();
    PartyClient guest = connect(person);
    String former = create(guest);
    InMemoryStagedoor house = server.house();
    house.unitOfWork().loseAnswer(() -> !isIn(former, person));

    guest.send("{'type':'party:join','data':{'roomId':'" + room + "','userName':'Sarah'}}");

    guest.next("party:join");
    guest.send("{'type':'party:chat','data':{'message':'Here I am'}}").next("party:chat");
    host.next("party:user-joined");
    host.next("party:chat");
    assertThat(house.unitOfWork().read(() -> connected(room))).isEqualTo(2);
    assertThat(house.unitOfWork().read(() -> connected(former))).isZero();
  }

  private boolean isIn(String room, Person person) {
    return server
        .house()
        .parties()
        .parties()
        .find(PartyId.find(room).orElseThrow())
        .flatMap(party -> party.member(person.actor().userId()))
        .isPresent();
  }

  private int connected(String room) {
    return server.house().parties().connections().of(PartyId.find(room).orElseThrow()).size();
  }

  @Test
  void whoAnswersPingsStaysAndWhoDoesNotIsCutOff() {
    PartyClient host = connect();
    String room = create(host);
    WebSocket mute =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address(), new Silent()).join();
    mute.sendText(
            "{\"type\":\"party:join\",\"data\":{\"roomId\":\"%s\",\"userName\":\"Mute\"}}"
                .formatted(room),
            true)
        .join();
    host.next("party:user-joined");

    List<JsonNode> heard = new ArrayList<>();
    for (int i = 0; i <= 2 * Guest.MOST_UNANSWERED; i++) {
      server.bean(Guests.class).ping();
      assertThat(host.isPinged()).isTrue();
      // What comes after the host's sign of life is answered once that was taken.
      heard.addAll(host.send("{'type':'ping'}").until("pong"));
    }

    JsonNode away = heard.isEmpty() ? host.next() : heard.get(0);
    assertThat(away.get("type").getStringValue()).isEqualTo("party:user-away");
    assertThat(away.get("data").get("userName").getStringValue()).isEqualTo("Mute");
    host.send("{'type':'ping'}").next("pong");
  }

  private URI address() {
    String token = server.house().aFamily().person().token().reveal();
    return URI.create(
        server.uri("/ws/connect?token=" + token).toString().replaceFirst("http", "ws"));
  }

  /** Whose network is gone: nothing is read, and so nothing answered. */
  private static final class Silent implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket socket) {
      // Without a request for more.
    }
  }

  /** Lets time go by until a token of now is that far from its end, as the house has it. */
  private void untilTheEndOfATokenBut(Duration left) {
    server.house().clock().advance(FakeIdentityProvider.ACCESS_LIFE.minus(left));
  }

  @Test
  void whoseTokenRunsOutIsShownOutWithinAMinuteAndNotBefore() {
    PartyClient client = connect();
    client.send("{'type':'ping'}").next("pong");
    untilTheEndOfATokenBut(Duration.ofSeconds(1));
    server.bean(Guests.class).check();
    client.send("{'type':'party:sync'}").refusal();
    server.house().clock().advance(Duration.ofSeconds(2));

    server.bean(Guests.class).check();
    client.send("{'type':'party:sync'}").refusal();
    server.house().clock().advance(Guests.CHECKED_EVERY);
    server.bean(Guests.class).check();

    assertThat(client.closedWith()).isEqualTo(4001);
  }

  @Test
  void whoMayNotWatchAnyMoreIsToldSoAndShownOut() {
    InMemoryStagedoor house = server.house();
    Person person = house.aFamily().person();
    var unusedTrial = house.stagedoor().viewerProfiles().list(person.actor());
    house
        .clock()
        .advance(house.settings().tv().trial().minus(Guests.CHECKED_EVERY.multipliedBy(2)));
    Person back = house.signIn(person.email());
    PartyClient outside = connect(back);
    PartyClient within = connect(back);
    create(within);
    house.clock().advance(Guests.CHECKED_EVERY);
    server.bean(Guests.class).check();
    within.send("{'type':'party:sync'}").next("party:sync");
    house.clock().advance(Guests.CHECKED_EVERY);

    server.bean(Guests.class).check();

    assertThat(within.refusal()).isEqualTo("SUBSCRIPTION_NEEDED");
    assertThat(within.closedWith()).isEqualTo(4003);
    outside.send("{'type':'party:create','data':{'userName':'John'}}");
    assertThat(outside.refusal()).isEqualTo("SUBSCRIPTION_NEEDED");
  }

  @Test
  void whoHandsInAFreshTokenStays() {
    Person person = server.house().aFamily().person();
    PartyClient client = connect(person);
    untilTheEndOfATokenBut(Duration.ofMinutes(1));
    String fresh =
        server
            .house()
            .stagedoor()
            .sessions()
            .signIn(person.email(), InMemoryStagedoor.PASSWORD)
            .tokens()
            .accessToken()
            .reveal();
    client.send("{'type':'token','data':{'token':'" + fresh + "'}}").next("token");
    server.house().clock().advance(Duration.ofMinutes(2));

    server.bean(Guests.class).check();

    client.send("{'type':'party:sync'}").refusal();
    client.send("{'type':'ping'}").next("pong");
  }

  @Test
  void aTokenOfSomebodyElseOrOfNobodyIsRefused() {
    PartyClient client = connect();
    String others = server.house().aFamily().person().token().reveal();

    client.send("{'type':'token','data':{'token':'" + others + "'}}");
    assertThat(client.refusal()).isEqualTo("NOT_ALLOWED");
    client.send("{'type':'token','data':{'token':'nonsense'}}");
    assertThat(client.refusal()).isEqualTo("INVALID_TOKEN");
    client.send("{'type':'token'}");
    assertThat(client.refusal()).isEqualTo("INVALID_VALUE");
  }

  @Test
  void nobodyBeginsPartiesByTheThousand() {
    server.close();
    server = WebServer.start("stagedoor.rate-limits.parties-per-account=2");
    server.house().stagedoor().prepare();
    Person person = server.house().aFamily().person();
    PartyClient host = connect(person);
    assertThat(create(host)).isNotEqualTo(create(connect(person)));

    host.next("party:ended");

    JsonNode refused =
        host.send("{'type':'party:create','data':{'userName':'John'}}").next("error");
    assertThat(refused.get("code").getStringValue()).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(refused.get("retryAfter").getIntValue()).isPositive();

    assertThat(create(connect())).startsWith("party_");
    server.house().clock().advance(Duration.ofMinutes(15));
    assertThat(create(connect(server.house().aFamily().person()))).startsWith("party_");
  }

  @Test
  void nobodyHasConnectionsByTheThousand() {
    Person person = server.house().aFamily().person();
    List<PartyClient> all = new ArrayList<>();
    for (int i = 0; i < Guests.MOST_SOCKETS; i++) {
      all.add(connect(person));
      all.get(i).send("{'type':'ping'}").next("pong");
    }

    assertThat(connect(person).closedWith()).isEqualTo(1008);
    all.get(0).send("{'type':'ping'}").next("pong");
    connect().send("{'type':'ping'}").next("pong");
  }

  @Test
  void syncIsAnsweredFromWhatTheServerKnows() {
    PartyClient host = connect();
    String room = create(host);
    PartyClient guest = connect();
    guest.send("{'type':'party:join','data':{'roomId':'" + room + "','userName':'Guest'}}");
    guest.next("party:join");
    host.next("party:user-joined");
    host.send("{'type':'party:play','data':{'currentTime':10}}").next("party:play");
    guest.next("party:play");
    server.house().clock().advance(Duration.ofSeconds(5));
    server.house().unitOfWork().reachable(false);

    JsonNode state = guest.send("{'type':'party:sync'}").next("party:sync");
    guest.send("{'type':'party:chat','data':{'message':'Hello?'}}");
    String refusal = guest.refusal();
    server.house().unitOfWork().reachable(true);

    assertThat(refusal).isEqualTo("PROVIDER_UNAVAILABLE");
    assertThat(state.get("isPlaying").getBooleanValue()).isTrue();
    assertThat(state.get("currentTime").getDoubleValue()).isEqualTo(15);
    assertThat(state.get("isHost").getBooleanValue()).isFalse();
  }

  @Test
  void aServerThatStopsSaysSo() {
    PartyClient host = connect();
    String room = create(host);
    assertThat(room).startsWith("party_");

    server.close();

    assertThat(host.closedWith()).isEqualTo(1001);
    InMemoryStagedoor house = server.house();
    assertThat(house.unitOfWork().read(() -> house.parties().connections().all().count())).isZero();
  }

  @Test
  void whoIsGoneAtOnceIsGone() {
    List<PartyClient> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(connect());
      all.get(i).drop();
    }

    assertThat(becomesEmpty()).isTrue();
  }

  /** Waits until nobody is known to be connected. */
  private boolean becomesEmpty() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      if (server.bean(MeterRegistry.class).get("stagedoor.party.guests").gauge().value() == 0) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return false;
  }
}
