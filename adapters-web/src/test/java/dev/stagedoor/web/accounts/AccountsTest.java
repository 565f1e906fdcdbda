package dev.stagedoor.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  private static final String PASSWORD = InMemoryStagedoor.PASSWORD.reveal();
  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/user", ""})
  void somebodyRegistersAndIsSignedInAtOnce(String prefix) {
    String email = server.house().anAddress().value();

    Answer answer = register(prefix, email);

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json()).containsEntry("success", true).containsKeys("token", "refreshToken");
    assertThat(user(answer))
        .containsEntry("email", email)
        .containsEntry("firstName", "Ada")
        .containsEntry("lastName", "Lovelace")
        .containsEntry("displayName", "Ada Lovelace")
        .containsEntry("role", "user")
        .containsEntry("isAdmin", false)
        .containsEntry("createdAt", server.house().clock().instant().toString())
        .containsKey("id");
    assertThat((Map<?, ?>) answer.member("data"))
        .isEqualTo(
            Map.of(
                "user", answer.member("user"),
                "token", answer.member("token"),
                "refreshToken", answer.member("refreshToken")));
    Answer me = me(prefix, (String) answer.member("token"));
    assertThat(user(me)).isEqualTo(user(answer));
    assertThat((Map<?, ?>) me.member("data")).isEqualTo(Map.of("user", me.member("user")));
  }

  @Test
  void anAddressIsRegisteredOnce() {
    String email = server.house().anAddress().value();
    register("/api/user", email);

    register("/api/user", email).isProblem(409, "EMAIL_TAKEN");
  }

  @Test
  void signingInGivesTokensAndARefreshTokenWorksOnce() {
    String email = server.house().anAddress().value();
    register("/api/user", email);

    Answer in = login(email, PASSWORD);
    assertThat(in.json())
        .containsEntry("success", true)
        .containsOnlyKeys("success", "token", "refreshToken", "user");

    Answer renewed = refresh((String) in.member("refreshToken"));
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(renewed.json()).containsOnlyKeys("token", "refreshToken");
    refresh((String) in.member("refreshToken")).isProblem(401, "REFRESH_TOKEN_REUSED");
    refresh((String) renewed.member("refreshToken")).isProblem(401, "INVALID_TOKEN");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
    String email = server.house().anAddress().value();
    register("/api/user", email);

    Answer wrong = login(email, "not the password").isProblem(401, "AUTH_001");
    Answer unknown = login("nobody@example.org", PASSWORD).isProblem(401, "AUTH_001");

    assertThat(wrong.header("WWW-Authenticate")).hasValue("Bearer");
    assertThat(without(wrong)).isEqualTo(without(unknown));
  }

  @Test
  void signingOutEndsTheToken() {
    String token =
        (String) register("/api/user", server.house().anAddress().value()).member("token");

    Answer out =
        server.post("/api/user/auth/logout").header("Authorization", "Bearer " + token).send();

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.text()).isEmpty();
    me("/api/user", token).isProblem(401, "INVALID_TOKEN");
  }

  @Test
  void onlySomebodySignedInCanSignOut() {
    server.post("/api/user/auth/logout").send().isProblem(401, "NOT_SIGNED_IN");
    server.get("/api/user/auth/me").send().isProblem(401, "NOT_SIGNED_IN");
  }

  @Test
  void anInvitedPersonSetsAPasswordAndIsIn() {
    server
        .post("/api/auth/invitations/accept")
        .json("{'token':'never issued','password':'" + PASSWORD + "'}")
        .send()
        .isProblem(410, "LINK_NOT_VALID");
  }

  @Test
  void aResetLinkSetsANewPasswordAndEndsAllSessions() {
    var email = server.house().anAddress();
    String token = (String) register("/api/user", email.value()).member("token");

    Answer forgot =
        server.post("/api/auth/password/forgot").json("{'email':'" + email.value() + "'}").send();
    assertThat(forgot.status()).isEqualTo(202);
    String mail = server.house().mailsTo(email).get(0).content().text();
    String link = mail.replaceFirst("(?s).*reset\\?token=(\\S+).*", "$1");
    String reset = "{'token':'" + link + "','password':'a new password'}";

    assertThat(server.post("/api/auth/password/reset").json(reset).send().status()).isEqualTo(204);
    server.post("/api/auth/password/reset").json(reset).send().isProblem(410, "LINK_NOT_VALID");
    me("/api/user", token).isProblem(401, "INVALID_TOKEN");
    login(email.value(), PASSWORD).isProblem(401, "AUTH_001");
    assertThat(login(email.value(), "a new password").status()).isEqualTo(200);
  }

  @Test
  void forgettingThePasswordOfNobodyLooksTheSame() {
    Answer answer =
        server.post("/api/auth/password/forgot").json("{'email':'nobody@example.org'}").send();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void clientsOfTheTvAreaSpeakSnakeCase() {
    String email = server.house().anAddress().value();
    Answer up =
        server
            .post("/api/v1/auth/signup")
            .json(
                "{'email':'%s','password':'%s','full_name':'John Doe'}".formatted(email, PASSWORD))
            .send();
    assertThat(up.status()).as(up.text()).isEqualTo(201);
    assertThat(up.json())
        .containsOnlyKeys("token", "refresh_token", "user", "trial_ends_at", "entitlement");
    assertThat(user(up)).containsEntry("full_name", "John Doe").containsKeys("created_at");

    Answer in =
        server
            .post("/api/v1/auth/login")
            .json("{'email':'%s','password':'%s'}".formatted(email, PASSWORD))
            .send();
    Answer renewed =
        server
            .post("/api/v1/auth/refresh")
            .json("{'refresh_token':'%s'}".formatted(in.member("refresh_token")))
            .send();
    assertThat(renewed.json()).containsOnlyKeys("token", "refresh_token");
    assertThat(
            server
                .post("/api/v1/auth/logout")
                .header("Authorization", "Bearer " + renewed.member("token"))
                .send()
                .status())
        .isEqualTo(204);
  }

  @Test
  void whatIsMissingIsNamed() {
    Answer answer = server.post("/api/user/auth/login").json("{'email':'a@example.org'}").send();

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"field\":\"password\"");
  }

  @Test
  void whatBreaksARuleIsNamed() {
    Answer answer =
        server
            .post("/api/user/auth/register")
            .json("{'email':'nonsense','password':'x','firstName':'A','lastName':'B'}")
            .send();

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"field\":\"email\"", "This is not an e-mail address.");
  }

  private static Answer register(String prefix, String email) {
    return server
        .post(prefix + "/auth/register")
        .json(
            "{'email':'%s','password':'%s','firstName':'Ada','lastName':'Lovelace'}"
                .formatted(email, PASSWORD))
        .send();
  }

  private static Answer login(String email, String password) {
    return server
        .post("/api/user/auth/login")
        .json("{'email':'%s','password':'%s'}".formatted(email, password))
        .send();
  }

  private static Answer refresh(String token) {
    return server
        .post("/api/user/auth/refresh")
        .json("{'refreshToken':'%s'}".formatted(token))
        .send();
  }

  private static Answer me(String prefix, String token) {
    return server.get(prefix + "/auth/me").header("Authorization", "Bearer " + token).send();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> user(Answer answer) {
    return (Map<String, Object>) answer.member("user");
  }

  private static Map<String, Object> without(Answer answer) {
    Map<String, Object> members = new java.util.HashMap<>(answer.json());
    members.remove("requestId");
    return members;
  }
}
