package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stagedoor.domain.kernel.Secret;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, and shops that exchange one token at both of them at once. */
class CrossAppRaceIT {
  static final Secret SHARED_SECRET = Secret.of("shared-secret-of-the-race-for-a-token-4f19c2");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RUNNERS = 1_000;
  private static final int TOKENS = 50;
  private static final int RUNNERS_PER_TOKEN = 4;

  @TempDir static Path folder;

  private static TwoServers servers;
  private static Api admin;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void open() throws Exception {
    servers =
        TwoServers.start(folder, "--stagedoor.ticketing.shared-secrets=" + SHARED_SECRET.reveal());
    admin = servers.signsIn(TwoServers.ADMIN);
  }

  @AfterAll
  static void close() {
    servers.close();
  }

  /** A way to the shop, and what the record calls it. */
  private record Token(String text, String session) {}

  private static Token token(Organiser organiser, String event) throws Exception {
    String text =
        organiser
            .api()
            .post("/api/cross-app/generate-session", "{\"event_id\": \"%s\"}".formatted(event))
            .mustBe(200)
            .text("/session_token");
    return new Token(text, uses("generate").get(0).path("sessionId").asText());
  }

  private CompletableFuture<HttpResponse<String>> validate(ServerProcess at, Token token) {
    return http.sendAsync(
        asShop(at, "validate-session")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"session_token\": \"" + token.text() + "\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  /** Exchanges a token, and comes back where a busy server says so; then it has done nothing. */
  private CompletableFuture<HttpResponse<String>> insist(ServerProcess at, Token token) {
    return validate(at, token)
        .thenCompose(
            answer ->
                answer.statusCode() == 503
                    ? insist(at, token)
                    : CompletableFuture.completedFuture(answer));
  }

  private static HttpRequest.Builder asShop(ServerProcess at, String route) {
    return HttpRequest.newBuilder(at.uri("/api/cross-app/" + route))
        .timeout(Duration.ofMinutes(2))
        .header("Accept", "application/json")
        .header("X-Shared-Secret", SHARED_SECRET.reveal());
  }

  /** Returns what the record has of one action, the newest first. */
  private static List<JsonNode> uses(String action) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    JsonNode read;
    int page = 0;
    do {
      page++;
      read = admin.get("/api/admin/cross-app/uses?limit=1000&page=" + page).mustBe(200).json();
      for (JsonNode use : read.path("items")) {
        if (use.path("action").asText().equals(action)) {
          found.add(use);
        }
      }
    } while (page * 1000L < read.path("total").asLong());
    return found;
  }

  private static List<JsonNode> of(Token token, List<JsonNode> uses) {
    return uses.stream()
        .filter(use -> use.path("sessionId").asText().equals(token.session()))
        .toList();
  }

  private static int allowed(List<JsonNode> uses) {
    return (int) uses.stream().filter(use -> use.path("allowed").asBoolean()).count();
  }

  /** Takes out what is a request's own. */
  private static String withoutIds(HttpResponse<String> answer) {
    return answer.body().replaceFirst("\"request_?[iI]d\":\"[^\"]*\"", "");
  }

  @Test
  void ofAThousandWhoExchangeOneTokenAtTwoServersOneDoes() throws Exception {
    Organiser organiser = Organiser.registers(servers.one());
    String event = organiser.enables("Night of the prams");
    Token token = token(organiser, event);

    List<CompletableFuture<HttpResponse<String>>> race = new ArrayList<>();
    for (int i = 0; i < RUNNERS; i++) {
      race.add(insist(servers.inTurn(i), token));
    }
    List<HttpResponse<String>> answers = race.stream().map(CompletableFuture::join).toList();

    List<HttpResponse<String>> good = answers.stream().filter(a -> a.statusCode() == 200).toList();
    List<HttpResponse<String>> refused =
        answers.stream().filter(a -> a.statusCode() == 401).toList();
    assertThat(good).hasSize(1);
    assertThat(refused).hasSize(RUNNERS - 1);
    assertThat(refused.stream().map(CrossAppRaceIT::withoutIds).distinct()).hasSize(1);
    List<JsonNode> record = of(token, uses("validate"));
    assertThat(record).hasSize(RUNNERS);
    assertThat(allowed(record)).isEqualTo(1);
    JsonNode session = JSON.readTree(good.get(0).body());
    assertThat(session.at("/user_data/id").asText()).isEqualTo(organiser.id());
    assertThat(session.path("event_id").asText()).isEqualTo(event);
    isGood(session.path("session_reference").asText(), event, servers.one());
    isGood(session.path("session_reference").asText(), event, servers.two());
    // Nobody learns from the answer whether a token ever was one.
    Token unknown = new Token("never-given-out", "");
    assertThat(withoutIds(validate(servers.one(), unknown).join()))
        .isEqualTo(withoutIds(refused.get(0)));
  }

  private void isGood(String reference, String event, ServerProcess at) throws Exception {
    HttpResponse<String> accounts =
        http.send(
            asShop(at, "user-accounts").header("X-Session-Token", reference).build(),
            BodyHandlers.ofString());
    assertThat(accounts.statusCode()).isEqualTo(200);
    HttpResponse<String> permission =
        http.send(
            asShop(at, "validate-permission")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"session_token": "%s", "permission": "ticketing.manage", "event_id": "%s"}
                        """
                            .formatted(reference, event)))
                .build(),
            BodyHandlers.ofString());
    assertThat(permission.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(permission.body()).path("allowed").asBoolean()).isTrue();
  }

  @Test
  void tokensThatAreBeingExchangedWhenAServerIsKilledAreGoodOnceOrUsedUpOnce() throws Exception {
    Organiser organiser = Organiser.registers(servers.two());
    String event = organiser.enables("Ball of the prams");
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      tokens.add(token(organiser, event));
    }

    Map<Token, Integer> answered = exchangeAndKill(tokens);
    servers.startOneAgain();

    List<JsonNode> before = uses("validate");
    Map<Token, Integer> again = new HashMap<>();
    for (Token token : tokens) {
      List<Integer> statuses =
          List.of(
              validate(servers.one(), token).join().statusCode(),
              validate(servers.two(), token).join().statusCode());
      assertThat(statuses).allMatch(status -> status == 200 || status == 401);
      again.put(token, Collections.frequency(statuses, 200));
    }
    List<JsonNode> after = uses("validate");
    for (Token token : tokens) {
      int exchanged = allowed(of(token, before));
      assertThat(answered.get(token)).as("answers before the kill").isLessThanOrEqualTo(exchanged);
      assertThat(exchanged + again.get(token)).as("before the kill and after it").isEqualTo(1);
      assertThat(allowed(of(token, after))).isEqualTo(1);
    }
  }

  /** Kills one of the servers in the midst of it; returns how often each token was exchanged. */
  private Map<Token, Integer> exchangeAndKill(List<Token> tokens) throws Exception {
    CompletableFuture<Object> first = new CompletableFuture<>();
    Map<Token, List<CompletableFuture<Optional<HttpResponse<String>>>>> race = new HashMap<>();
    for (int i = 0; i < RUNNERS_PER_TOKEN; i++) {
      for (Token token : tokens) {
        CompletableFuture<HttpResponse<String>> runner = validate(servers.one(), token);
        runner.thenAccept(first::complete);
        race.computeIfAbsent(token, unused -> new ArrayList<>())
            .add(TwoServers.unlessCutOff(runner));
      }
    }
    first.join();
    servers.killOne();
    Map<Token, Integer> exchanged = new HashMap<>();
    race.forEach(
        (token, runners) ->
            exchanged.put(
                token,
                (int)
                    runners.stream()
                        .flatMap(runner -> runner.join().stream())
                        .filter(answer -> answer.statusCode() == 200)
                        .count()));
    return exchanged;
  }
}
