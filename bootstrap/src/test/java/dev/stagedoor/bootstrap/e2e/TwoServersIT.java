package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database behave as one. */
class TwoServersIT {
  @TempDir Path folder;

  @Test
  @Timeout(300)
  void readersOfOneServerSeeWhatHappensAtTheOther() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("shared"));
        ServerProcess one = start(database);
        ServerProcess two = start(database)) {
      Journey family = new Journey(one.api(), "ana@example.org").registers("José Pérez");
      String memorial = family.memorial();
      HttpResponse<InputStream> updates =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(two.uri("/api/memorials/" + memorial + "/updates"))
                      .header("Accept", "text/event-stream")
                      .build(),
                  HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(updates.body(), StandardCharsets.UTF_8))) {
        // From its greeting on the server has the reader.
        String unusedGreeting = next(lines, ":");
        String stream =
            family
                .api()
                .post(
                    "/api/streams",
                    "{\"memorialId\": \"%s\", \"title\": \"Service\"}".formatted(memorial))
                .mustBe(201)
                .text("/data/id");
        family.api().post("/api/streams/" + stream + "/start", "").mustBe(200);

        assertThat(next(lines, "data:"))
            .contains("stream_status_changed")
            .contains("ready")
            .contains(stream);
      }
      // A session opened at one server is good at the other.
      assertThat(
              two.api().as(family.token()).get("/api/user/auth/me").mustBe(200).text("/user/email"))
          .isEqualTo("ana@example.org");
    }
  }

  @Test
  void whileTheDatabaseIsAwayCallersAreToldToComeBack() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("shared"));
        ServerProcess server = start(database)) {
      Journey family = new Journey(server.api(), "ana@example.org").registers("José Pérez");
      database.close();

      // The very first answer, and every one after it.
      Api.Answer answer = family.api().get(family.path("")).mustBe(503);
      family.api().get(family.path("")).mustBe(503);

      assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.text("/service")).isEqualTo("database");
      assertThat(answer.raw().body()).doesNotContain("SQL").doesNotContain("Exception");
    }
  }

  private static String next(BufferedReader lines, String beginning) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(beginning)) {
        return line;
      }
    }
    throw new AssertionError("the stream of updates ended");
  }

  private ServerProcess start(EmbeddedDatabase database) throws Exception {
    return ServerProcess.start(
        folder.resolve("unused"), Ports.next(), TwoServers.on(database, Stream.of()));
  }
}
