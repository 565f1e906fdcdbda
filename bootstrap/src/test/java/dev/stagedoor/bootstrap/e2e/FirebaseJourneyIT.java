package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stagedoor.providers.firebase.FirebaseStub;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts at Firebase: how they meet registrations, invitations, resets and roles. */
class FirebaseJourneyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMIN = "admin@example.org";
  private static final String PASSWORD = "a long password";

  @TempDir Path folder;

  private ServerProcess start(FirebaseStub firebase) throws Exception {
    Path key =
        Files.writeString(folder.resolve("key.json"), FirebaseStub.serviceAccount().reveal());
    Map<String, String> settings = new HashMap<>(firebase.settings());
    settings.put("stagedoor.providers.firebase.service-account", key.toString());
    settings.put("stagedoor.admin.email", ADMIN);
    settings.put("stagedoor.admin.password", PASSWORD);
    return ServerProcess.start(
        folder.resolve("data"),
        Ports.next(),
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  @Test
  void aFamilyRegistersSignsInAndResetsItsPassword() throws Exception {
    try (FirebaseStub firebase = FirebaseStub.start();
        ServerProcess server = start(firebase)) {
      Journey family = new Journey(server.api(), "ana@example.org").registers("José Pérez");
      String subject = payload(family.token()).path("sub").asText();
      assertThat(subject).startsWith("sd-");
      assertThat(firebase.claims(subject).path("role").asText()).isEqualTo("owner");

      Api.Answer login = login(server, family.email(), PASSWORD).mustBe(200);
      String token = login.text("/token");
      assertThat(payload(token).path("role").asText()).isEqualTo("owner");
      assertThat(payload(token).path("isAdmin").asBoolean(true)).isFalse();
      String cookie = cookie(server, token);
      assertThat(me(server, cookie)).isEqualTo(200);
      String refreshed =
          server
              .api()
              .post(
                  "/api/user/auth/refresh",
                  "{\"refreshToken\": \"%s\"}".formatted(login.text("/refreshToken")))
              .mustBe(200)
              .text("/token");
      server.api().as(refreshed).get("/api/user/auth/me").mustBe(200);

      awaitNextSecond();
      server
          .api()
          .post("/api/auth/password/forgot", "{\"email\": \"%s\"}".formatted(family.email()))
          .mustBe(202);
      server
          .api()
          .post(
              "/api/auth/password/reset",
              "{\"token\": \"%s\", \"password\": \"another password\"}"
                  .formatted(link(server, family.email(), "/password/reset?token=")))
          .mustBe(204);

      server.api().as(token).get("/api/user/auth/me").mustBe(401);
      server.api().as(refreshed).get("/api/user/auth/me").mustBe(401);
      assertThat(me(server, cookie)).isEqualTo(401);
      login(server, family.email(), PASSWORD).mustBe(401);
      String again = login(server, family.email(), "another password").mustBe(200).text("/token");
      server.api().as(again).get("/api/user/auth/me").mustBe(200);

      awaitNextSecond();
      server.api().as(again).post("/api/user/auth/logout", "{}").mustBe(204);
      server.api().as(again).get("/api/user/auth/me").mustBe(401);
    }
  }

  @Test
  void anAdminApprovesADirectorWhoInvitesAFamily() throws Exception {
    try (FirebaseStub firebase = FirebaseStub.start();
        ServerProcess server = start(firebase)) {
      String admin = login(server, ADMIN, PASSWORD).mustBe(200).text("/token");
      assertThat(payload(admin).path("isAdmin").asBoolean(false)).isTrue();
      Api.Answer registered =
          server
              .api()
              .post(
                  "/api/register/funeral-director",
                  """
                  {"email": "babbage@example.org", "password": "%s", "name": "Charles Babbage",
                   "company": "Babbage & Sons", "phone": "+44 20 7946 0101"}
                  """
                      .formatted(PASSWORD))
              .mustBe(201);
      String director = registered.text("/token");
      server
          .api()
          .as(admin)
          .post("/api/admin/funeral-directors/" + registered.text("/userId") + "/approve", "{}")
          .mustBe(204);

      server
          .api()
          .as(director)
          .post(
              "/api/funeral-director/create-memorial",
              """
              {"lovedOneName": "Alan Turing", "familyEmail": "sara@example.org", "familyName": "Sara Turing"}
              """)
          .mustBe(201);
      Api.Answer accepted =
          server
              .api()
              .post(
                  "/api/auth/invitations/accept",
                  "{\"token\": \"%s\", \"password\": \"%s\"}"
                      .formatted(link(server, "sara@example.org", "/invitation?token="), PASSWORD))
              .mustBe(200);

      server.api().as(accepted.text("/token")).get("/api/user/auth/me").mustBe(200);
      String family = login(server, "sara@example.org", PASSWORD).mustBe(200).text("/token");
      assertThat(payload(family).path("role").asText()).isEqualTo("owner");
      assertThat(payload(director).path("role").asText()).isEqualTo("funeral_director");
    }
  }

  private static Api.Answer login(ServerProcess server, String email, String password)
      throws Exception {
    return server
        .api()
        .post(
            "/api/user/auth/login",
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
  }

  private static JsonNode payload(String token) throws Exception {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static String cookie(ServerProcess server, String token) throws Exception {
    return server
        .api()
        .post("/api/session", "{\"idToken\": \"%s\"}".formatted(token))
        .mustBe(200)
        .raw()
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .replaceFirst(";.*", "");
  }

  private static int me(ServerProcess server, String cookie) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/user/auth/me")).header("Cookie", cookie).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Returns what stands behind an address in a mail, once that mail has come. */
  private static String link(ServerProcess server, String to, String address) throws Exception {
    Api.Answer mails =
        server
            .api()
            .await("/sandbox/messages?to=" + to, answer -> answer.raw().body().contains(address));
    return mails
        .raw()
        .body()
        .replaceFirst("(?s).*?" + address.replace("?", "\\?"), "")
        .replaceFirst("(?s)[^A-Za-z0-9_-].*", "");
  }

  /** Firebase ends sessions by whole seconds of the server's clock, which is this machine's. */
  private static void awaitNextSecond() {
    long second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == second) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
