package dev.stagedoor.web.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.application.tv.NewProfile;
import dev.stagedoor.application.tv.OpenedProfile;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in at the socket of watch parties, and who is shown out. */
class PartySocketDoorTest extends PartySocketScene {

  @Test
  void whoIsNotSignedInIsRefusedBeforeTheSocketOpens() {
    assertRefused(401, "", Map.of());
    assertRefused(401, "?token=nonsense", Map.of());
    assertRefused(401, "?token=", Map.of());
  }

  private static String cookie() {
    return SERVER
        .post("/api/session")
        .json("{'idToken': '" + SERVER.house().aFamily().person().token().reveal() + "'}")
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
        PartyClient.connect(SERVER, "", Map.of("Cookie", cookie, "Origin", SERVER.origin()));
    assertThat(create(ours)).startsWith("party_");
  }

  @Test
  void aKidsProfileIsRefusedHoweverItIsNamedAndOthersAreNot() {
    Person person = SERVER.house().aFamily().person();
    OpenedProfile kids = opened(person.actor(), true);
    OpenedProfile others = opened(person.actor(), false);
    String query = "?token=" + person.token().reveal();
    String named = query + "&profile_token=";

    assertRefused(403, query, Map.of("X-Profile-Id", kids.profile().id().toString()));
    assertRefused(403, query, Map.of("X-Profile-Token", kids.token().reveal()));
    assertRefused(403, named + kids.token().reveal(), Map.of());
    assertRefused(403, named + "nonsense", Map.of());
    assertRefused(403, query, Map.of("Cookie", cookie(kids)));
    PartyClient grownUp =
        PartyClient.connect(
            SERVER, named + others.token().reveal(), Map.of("Cookie", cookie(others)));
    assertThat(create(grownUp)).startsWith("party_");
  }

  private static OpenedProfile opened(Actor owner, boolean isKids) {
    ViewerProfileService profiles = SERVER.house().stagedoor().viewerProfiles();
    ViewerProfile.Look look = new ViewerProfile.Look("Timmy", Optional.empty(), isKids);
    ProfileView made =
        profiles.create(owner, ProfileChoice.none(), new NewProfile(look, Optional.empty()));
    return profiles.open(owner, ProfileChoice.none(), new ProfileId(made.id()), Optional.empty());
  }

  private static String cookie(OpenedProfile opened) {
    return "tv_profile=" + opened.profile().id() + "." + opened.token().reveal();
  }

  private static void assertRefused(int status, String query, Map<String, String> headers) {
    assertThatThrownBy(() -> PartyClient.connect(SERVER, query, headers))
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
    SERVER.house().clock().advance(Guest.MESSAGES_WITHIN);
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
  void whoSignsOutIsShownOutWithinAMinute() {
    String cookie = cookie();
    PartyClient ours =
        PartyClient.connect(SERVER, "", Map.of("Cookie", cookie, "Origin", SERVER.origin()));
    ours.send("{'type':'ping'}").next("pong");
    SERVER
        .house()
        .stagedoor()
        .sessions()
        .closeCookie(Secret.of(cookie.substring("session=".length())));
    SERVER.house().clock().advance(Guests.CHECKED_EVERY);

    SERVER.bean(Guests.class).check();

    assertThat(ours.closedWith()).isEqualTo(4001);
  }
}
