package dev.stagedoor.web.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members of watch parties send, and what they are told. */
class PartySocketTest extends PartySocketScene {

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
  void aPingIsAnsweredWithTheTime() {
    JsonNode pong = connect().send("{'type':'ping','data':{'t':12.25}}").next("pong");

    assertThat(pong.get("t").getDoubleValue()).isEqualTo(12.25);
    assertThat(pong.get("serverTime").getLongValue())
        .isEqualTo(SERVER.house().clock().instant().toEpochMilli());
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
    String query = "?lang=fr&token=" + SERVER.house().aFamily().person().token().reveal();
    PartyClient french = PartyClient.connect(SERVER, query, Map.of());

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
    Person person = SERVER.house().aFamily().person();
    PartyClient guest = connect(person);
    join(guest, room, "Guest");
    host.next("party:user-joined");

    guest.drop();
    assertThat(host.next("party:user-away").get("userName").getStringValue()).isEqualTo("Guest");

    JsonNode state = join(connect(person), room, "Guest");
    assertThat(names(state)).containsExactly("John", "Guest");
    host.next("party:user-joined");
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
        "{'type':'party:create','data':{'userName':'Ana'," + MEDIA + ",'itemId':'\\u0000'}}",
        "{'type':'party:create','data':{'userName':'Ana'," + MEDIA + ",'itemId':'\\ud83d'}}",
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
}
