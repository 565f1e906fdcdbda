package dev.stagedoor.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTextTest {
  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.start("test.routes=true", "stagedoor.rate-limits.enabled=false");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/test/things/00000000-0000-0000-0000-000000000001?size=%00",
        "/api/test/list?unknown=%00",
        "/api/test/list?%00=1",
        "/api/test/list?unknown=a%ED%A0%80b",
        "/api/test/list?unknown=%FF",
        "/api/test/list?unknown=%C3",
        "/api/test/refused/%00",
        "/api/test/refused/a%ED%BF%BFb",
        "/a%00b",
        "/a%FFb"
      })
  void anAddressThatIsNoTextIsRefused(String path) {
    server.get(path).send().isProblem(400, "REQUEST_UNREADABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/test/list?unknown=%F0%9F%98%80",
        "/api/test/list?unknown=%EF%BF%BD",
        "/api/test/list?unknown=100%",
        "/api/test/list?a=%C3%A9%20%2500"
      })
  void anAddressWithAnyCharacterIsRead(String path) {
    // Not by way of java.net.URI, which would refuse a bare percent sign.
    assertThat(SoundText.isSoundEncoded(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b", "%ED%A0%80", "%ED%A0%80%ED%A0%80", "%FF", "%E2%82"})
  void aFormWithWhatIsNoTextIsRefused(String value) {
    form("email=" + value + "&password=longenough").isProblem(400, "REQUEST_UNREADABLE");
    form("email=a%40example.org&" + value + "=1").isProblem(400, "REQUEST_UNREADABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%F0%9F%98%80", "caf%C3%A9", "a+b", "100%25", ""})
  void aFormWithAnyCharacterIsRead(String value) {
    assertThat(form("email=a%40example.org&password=" + value).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\ud83d", "\\ude00b", "\\ude00\\ud83d"})
  void aMemberThatIsNoTextIsNamed(String value) {
    assertThat(fields(order("{'name':'" + value + "'}"))).containsExactly("name");
    assertThat(
            fields(
                server
                    .post("/api/test/checked")
                    .json("{'title':'t','rating':1,'parts':[{'text':'" + value + "'}]}")
                    .send()))
        .isNotEmpty();
    assertThat(
            fields(
                server
                    .post("/api/user/auth/login")
                    .json("{'email':'a@example.org','password':'longenough" + value + "'}")
                    .send()))
        .containsExactly("password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude00", "😀", "\\ufffd", "é"})
  void aMemberWithAnyCharacterIsKeptAsItIs(String value) {
    Answer answer = order("{'name':'" + value + "'}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat((String) answer.member("name"))
        .isIn("😀", "\ufffd", "é")
        .matches(name -> !value.startsWith("\\ud83d") || name.equals("😀"));
  }

  @ParameterizedTest
  @ValueSource(bytes = {(byte) 0xFF, (byte) 0xC3, (byte) 0xED, 0})
  void aBodyThatIsNotUtf8IsRefused(byte wrong) {
    byte[] body = "{\"name\":\"a?b\"}".getBytes(StandardCharsets.UTF_8);
    body[10] = wrong;

    Answer answer =
        server
            .post("/api/test/orders")
            .header("Content-Type", "application/json")
            .bytes(body)
            .send();

    assertThat(fields(answer)).containsExactly("name");
  }

  private static Answer order(String body) {
    return server.post("/api/test/orders").json(body).send();
  }

  private static Answer form(String body) {
    return server
        .post("/login")
        .header("Origin", server.origin())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bytes(body.getBytes(StandardCharsets.US_ASCII))
        .send();
  }

  @SuppressWarnings("unchecked")
  private static List<String> fields(Answer answer) {
    answer.isProblem(422, "INVALID_VALUE");
    return ((List<Map<String, String>>) answer.member("errors"))
        .stream().map(error -> error.get("field")).toList();
  }
}
