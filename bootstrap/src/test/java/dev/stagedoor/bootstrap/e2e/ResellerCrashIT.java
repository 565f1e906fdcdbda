package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one database, and resellers who make clients at both of them at once while one is
 * killed: whoever was asked for is there and paid once, and the books add up at every moment.
 */
@Timeout(300)
class ResellerCrashIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESELLERS = 50;
  private static final int CLIENTS_OF_EACH = 1;
  private static final int AT_ONCE = 50;
  private static final int AFFORDED = 20;
  private static final int PRICE = 499;

  /** Few of all whom the resellers ask for, so that others are still to come at the kill. */
  private static final int MADE_AT_THE_KILL = 10;

  /** What is left to who can pay for as many clients as he has asked for, and to who cannot. */
  private static final int REST = 7;

  @TempDir static Path folder;

  private static TwoServers servers;
  private static Api admin;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void open() throws Exception {
    servers =
        TwoServers.start(
            folder,
            "--stagedoor.areas=tv",
            "--stagedoor.rate-limits.enabled=false",
            // After a crash a key is free again so soon.
            "--stagedoor.idempotency.lease=2s");
    admin = servers.signsIn(TwoServers.ADMIN);
  }

  @AfterAll
  static void close() {
    servers.close();
  }

  /** Who makes clients. */
  private record Reseller(String id, String name, String token) {
    List<Wanted> wants(int clients) {
      List<Wanted> wanted = new ArrayList<>();
      for (int number = 1; number <= clients; number++) {
        wanted.add(new Wanted(this, name + "-" + number));
      }
      return wanted;
    }
  }

  /** A client whom a reseller asks for, always with the same key. */
  private record Wanted(Reseller reseller, String name) {
    String email() {
      return name + ResellerBooks.CLIENTS;
    }
  }

  private static Reseller reseller(String name, int credits) throws Exception {
    String email = name + "@example.org";
    Api.Answer signedUp =
        servers
            .two()
            .api()
            .post(
                "/api/v1/auth/signup",
                "{\"email\": \"%s\", \"password\": \"%s\", \"full_name\": \"Alex\"}"
                    .formatted(email, CourseMember.PASSWORD))
            .mustBe(201);
    String id = signedUp.text("/user/id");
    admin.patch("/api/v1/admin/users/" + id + "/role", "{\"role\": \"reseller\"}").mustBe(200);
    admin
        .post(
            "/api/v1/admin/credits/add",
            "{\"user_id\": \"%s\", \"amount\": %d, \"description\": \"Package\"}"
                .formatted(id, credits),
            "Idempotency-Key",
            "package of " + name)
        .mustBe(200);
    return new Reseller(id, name, signedUp.text("/token"));
  }

  private CompletableFuture<HttpResponse<String>> asks(ServerProcess at, Wanted wanted) {
    return http.sendAsync(
        HttpRequest.newBuilder(at.uri("/api/v1/reseller/clients"))
            .timeout(Duration.ofMinutes(2))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + wanted.reseller().token())
            .header("Idempotency-Key", "order of " + wanted.name())
            .POST(
                BodyPublishers.ofString(
                    """
                    {"email": "%s", "password": "%s", "full_name": "Client of many",
                     "plan_stripe_price_id": "price_basic_monthly"}
                    """
                        .formatted(wanted.email(), CourseMember.PASSWORD)))
            .build(),
        BodyHandlers.ofString());
  }

  /** Asks, and comes back where a server says so: it has done nothing, or does not know yet. */
  private CompletableFuture<HttpResponse<String>> insists(ServerProcess at, Wanted wanted) {
    return asks(at, wanted)
        .thenCompose(
            answer ->
                isToComeBack(answer)
                    ? CompletableFuture.supplyAsync(
                            () -> wanted,
                            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
                        .thenCompose(again -> insists(at, again))
                    : CompletableFuture.completedFuture(answer));
  }

  private static boolean isToComeBack(HttpResponse<String> answer) {
    return answer.statusCode() == 503
        || answer.statusCode() == 429
        || (answer.statusCode() == 409 && answer.body().contains("IDEMPOTENCY_KEY_RUNNING"));
  }

  /** Asks for all of them at once, at both servers. */
  private Map<Wanted, CompletableFuture<Optional<HttpResponse<String>>>> asks(List<Wanted> all) {
    Map<Wanted, CompletableFuture<Optional<HttpResponse<String>>>> race = new LinkedHashMap<>();
    for (Wanted wanted : all) {
      race.put(wanted, TwoServers.unlessCutOff(insists(servers.inTurn(race.size()), wanted)));
    }
    return race;
  }

  private static Map<Wanted, HttpResponse<String>> answers(
      Map<Wanted, CompletableFuture<Optional<HttpResponse<String>>>> race) {
    Map<Wanted, HttpResponse<String>> told = new LinkedHashMap<>();
    race.forEach((wanted, runner) -> runner.join().ifPresent(answer -> told.put(wanted, answer)));
    return told;
  }

  @Test
  void fiftyCallsAtTwoServersWithCreditsForTwentyMakeTwentyClients() throws Exception {
    Reseller reseller = reseller("thrifty", AFFORDED * PRICE + REST);
    List<Wanted> wanted = reseller.wants(AT_ONCE);

    ResellerBooks.Seen seen;
    Map<Wanted, HttpResponse<String>> told;
    try (ResellerBooks books = ResellerBooks.open(servers.database())) {
      told = answers(asks(wanted));
      seen = books.finish(servers.database());
    }

    assertThat(seen.faults()).isEmpty();
    assertThat(seen.moments()).hasSizeGreaterThan(1);
    assertThat(told).hasSize(AT_ONCE);
    twentyAreMade(reseller, told);
    nobodyIsLeftHalfMade();
  }

  private static void twentyAreMade(Reseller reseller, Map<Wanted, HttpResponse<String>> told)
      throws Exception {
    Map<Wanted, HttpResponse<String>> his = of(told, wanted -> wanted.reseller().equals(reseller));
    List<HttpResponse<String>> refused =
        his.values().stream().filter(answer -> answer.statusCode() == 402).toList();
    assertThat(refused).hasSize(AT_ONCE - AFFORDED);
    assertThat(refused).allMatch(answer -> answer.body().contains("\"INSUFFICIENT_CREDITS\""));
    areMade(reseller, of(his, wanted -> his.get(wanted).statusCode() != 402), AFFORDED);
  }

  private static Map<Wanted, HttpResponse<String>> of(
      Map<Wanted, HttpResponse<String>> told, Predicate<Wanted> which) {
    Map<Wanted, HttpResponse<String>> found = new LinkedHashMap<>(told);
    found.keySet().removeIf(which.negate());
    return found;
  }

  /** A reseller has the clients he was told of and nobody else, and has paid for each once. */
  private static void areMade(
      Reseller reseller, Map<Wanted, HttpResponse<String>> told, int clients) throws Exception {
    Set<String> ids = new HashSet<>();
    for (Map.Entry<Wanted, HttpResponse<String>> one : told.entrySet()) {
      String body = one.getValue().body();
      assertThat(one.getValue().statusCode()).as(body).isEqualTo(201);
      assertThat(JSON.readTree(body).at("/client/email").asText()).isEqualTo(one.getKey().email());
      assertThat(JSON.readTree(body).path("credits_charged").asInt()).isEqualTo(PRICE);
      ids.add(JSON.readTree(body).at("/client/id").asText());
    }
    assertThat(ids).hasSize(clients);
    assertThat(
            ResellerBooks.read(
                servers.database(),
                "select id::text from tv_clients where reseller_id = cast(? as uuid)",
                reseller.id()))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            ResellerBooks.read(
                servers.database(),
                "select number || ' ' || amount || ' ' || balance from credit_entries"
                    + " where account_id = cast(? as uuid) order by number desc limit 1",
                reseller.id()))
        .containsExactly((clients + 1) + " -" + PRICE + " " + REST);
    Api.Answer dashboard =
        servers.two().api().as(reseller.token()).get("/api/v1/reseller/dashboard").mustBe(200);
    assertThat(dashboard.text("/credits_balance")).isEqualTo(String.valueOf(REST));
    assertThat(dashboard.text("/total_clients")).isEqualTo(String.valueOf(clients));
  }

  private static void nobodyIsLeftHalfMade() throws Exception {
    assertThat(
            ResellerBooks.read(
                servers.database(),
                "select email || ' ' || status from accounts where email like '%' || ?"
                    + " and status <> 'registering' and id not in (select user_id from tv_clients)",
                ResellerBooks.CLIENTS))
        .as("accounts without a client")
        .isEmpty();
    assertThat(
            ResellerBooks.read(
                servers.database(),
                "select email from local_credentials where email like '%' || ?"
                    + " and subject not in"
                    + " (select identity_subject from accounts where status <> 'registering')",
                ResellerBooks.CLIENTS))
        .as("passwords without an account")
        .isEmpty();
  }

  @Test
  void whoeverWasAskedForIsThereOnceAndPaidOnceWhenAServerIsKilled() throws Exception {
    List<Reseller> resellers = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    for (int number = 1; number <= RESELLERS; number++) {
      Reseller reseller = reseller("reseller" + number, CLIENTS_OF_EACH * PRICE + REST);
      resellers.add(reseller);
      wanted.addAll(reseller.wants(CLIENTS_OF_EACH));
    }
    Reseller poor = reseller("poor", AFFORDED * PRICE + REST);
    wanted.addAll(poor.wants(AT_ONCE));
    Map<Wanted, HttpResponse<String>> told = new LinkedHashMap<>();
    ResellerBooks.Seen seen;
    try (ResellerBooks books = ResellerBooks.open(servers.database())) {
      int before = books.clients();
      var race = asks(wanted);
      books.awaitClients(before + MADE_AT_THE_KILL);
      servers.killOne();
      told.putAll(answers(race));
      servers.startOneAgain();
      assertThat(told).as("answered").isNotEmpty();
      assertThat(told.size()).as("answered, of all").isLessThan(wanted.size());

      // Whoever has an answer asks again too, and gets it again.
      Map<Wanted, HttpResponse<String>> again = answers(asks(wanted));
      assertThat(again).hasSize(wanted.size());
      told.forEach(
          (client, answer) -> {
            assertThat(again.get(client).statusCode()).isEqualTo(answer.statusCode());
            assertThat(again.get(client).body()).isEqualTo(answer.body());
          });
      told.putAll(again);
      seen = books.finish(servers.database());
    }

    assertThat(seen.faults()).isEmpty();
    assertThat(seen.moments()).hasSizeGreaterThan(1);
    for (Reseller reseller : resellers) {
      areMade(reseller, of(told, any -> any.reseller().equals(reseller)), CLIENTS_OF_EACH);
    }
    twentyAreMade(poor, told);
    nobodyIsLeftHalfMade();
    servers.signsIn(wanted.get(0).email()).get("/api/v1/subscriptions/current").mustBe(200);
  }
}
