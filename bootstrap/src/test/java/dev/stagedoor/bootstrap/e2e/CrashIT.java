package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the server in the middle of journeys: nothing acknowledged is lost, nothing is doubled. */
class CrashIT {
  private static final int KILLS = 5;

  @TempDir Path data;

  @Test
  void nothingIsLostOrDoubledByKillsAtRandomMoments() throws Exception {
    long seed = Long.getLong("stagedoor.crash.seed", System.nanoTime());
    Random random = new Random(seed);
    int port = Ports.next();
    List<Acknowledged> acknowledged = new ArrayList<>();
    for (int round = 0; round < KILLS; round++) {
      try (ServerProcess server = ServerProcess.start(data, port)) {
        Acknowledged journey = new Acknowledged("family" + round + "@example.org");
        acknowledged.add(journey);
        CompletableFuture<Void> walking = CompletableFuture.runAsync(() -> walk(server, journey));
        // The moment of the kill is what is random here.
        CompletableFuture.delayedExecutor(random.nextInt(1500), TimeUnit.MILLISECONDS)
            .execute(() -> killQuietly(server));
        server.awaitEnd();
        walking.join();
      }
    }
    try (ServerProcess server = ServerProcess.start(data, port)) {
      for (Acknowledged journey : acknowledged) {
        check(server, journey, seed);
      }
    }
  }

  /** What the client of one journey has been told was done. */
  private static final class Acknowledged {
    private final String email;
    private volatile boolean registered;
    private volatile boolean scheduled;
    private volatile boolean paid;
    private volatile Journey journey;

    Acknowledged(String email) {
      this.email = email;
    }
  }

  private static void walk(ServerProcess server, Acknowledged told) {
    try {
      Journey journey = new Journey(server.api(), told.email);
      journey.registers("Name " + told.email);
      told.journey = journey;
      told.registered = true;
      journey.schedules();
      told.scheduled = true;
      String charge = journey.wantsToPay();
      Api.Answer unused = journey.pays(charge, "4242424242424242").mustBe(200);
      told.paid = true;
    } catch (Exception cutOff) {
      // The server died under the client; what was acknowledged before is what counts. A refusal
      // is no such end: it fails the test.
    }
  }

  private static void check(ServerProcess server, Acknowledged told, long seed) throws Exception {
    String where = told.email + " with seed " + seed;
    if (!told.registered) {
      // Whatever was left behind, the family can register now or is told that it did.
      int status =
          server
              .api()
              .post(
                  "/api/register/family",
                  """
                  {"email": "%s", "password": "a long password", "name": "Ana", "lovedOneName": "Late"}
                  """
                      .formatted(told.email))
              .status();
      assertThat(status).as(where).isIn(201, 409);
      return;
    }
    Journey journey = told.journey.signsIn(server.api());
    if (told.paid) {
      journey.isPaid();
    } else if (told.scheduled) {
      assertThat(
              journey
                  .api()
                  .get(journey.path("/schedule"))
                  .mustBe(200)
                  .json()
                  .at("/data/total")
                  .asInt())
          .as(where)
          .isGreaterThan(0);
    }
    assertThat(mails(server, told.email, "The memorial for"))
        .as("welcome of " + where)
        .isEqualTo(1);
    if (told.paid) {
      assertThat(mails(server, told.email, "is booked")).as("paid " + where).isEqualTo(1);
    }
    assertThat(charges(server, journey)).as("charges of " + where).isLessThanOrEqualTo(1);
  }

  private static int mails(ServerProcess server, String to, String subject) throws Exception {
    String path = "/sandbox/messages?to=" + to;
    server.api().await(path, answer -> count(answer, subject) > 0);
    return count(server.api().get(path), subject);
  }

  private static int count(Api.Answer answer, String subject) {
    int count = 0;
    for (JsonNode message : answer.json().path("messages")) {
      count += message.path("subject").asText().contains(subject) ? 1 : 0;
    }
    return count;
  }

  private static int charges(ServerProcess server, Journey journey) throws Exception {
    int count = 0;
    for (JsonNode charge :
        server.api().get("/sandbox/payments").mustBe(200).json().path("payments")) {
      boolean ours = charge.path("description").asText().contains("Name " + journey.email());
      count += ours && charge.path("status").asText().equals("succeeded") ? 1 : 0;
    }
    return count;
  }

  private static void killQuietly(ServerProcess server) {
    try {
      server.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
