package dev.stagedoor.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the live updates of an event, as a browser does, and knows where it was. */
final class Updates implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "id: ";
  private static final String DATA = "data: ";

  private final BufferedReader lines;
  private String lastId;

  private Updates(BufferedReader lines, String lastId) {
    this.lines = lines;
    this.lastId = lastId;
  }

  /** Opens the stream and returns once the server has it. */
  static Updates of(ServerProcess server, String event) throws Exception {
    return open(server, event, Optional.empty());
  }

  /** Opens the stream where somebody was who lost it. */
  static Updates after(ServerProcess server, String event, String lastId) throws Exception {
    return open(server, event, Optional.of(lastId));
  }

  private static Updates open(ServerProcess server, String event, Optional<String> lastId)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/events/updates?eventId=" + event))
            .header("Accept", "text/event-stream");
    lastId.ifPresent(id -> request.header("Last-Event-ID", id));
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new AssertionError("no updates but " + answer.statusCode());
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    Updates updates = new Updates(lines, lastId.orElse(""));
    updates.greeting();
    return updates;
  }

  private void greeting() throws Exception {
    String line = line();
    while (!line.startsWith(":")) {
      line = line();
    }
  }

  /** Waits for the next update, and returns how the tickets stand by it. */
  String next() throws Exception {
    String line = line();
    while (!line.startsWith(DATA)) {
      line = line();
    }
    JsonNode data = JSON.readTree(line.substring(DATA.length()));
    if (!data.path("type").asText().equals("ticketing_status_changed")) {
      throw new AssertionError("not news of tickets: " + data);
    }
    return data.path("status").asText() + (data.path("stale").asBoolean() ? ", stale" : "");
  }

  /** Returns what a browser that lost the stream would say that it saw last. */
  String lastId() {
    return lastId;
  }

  private String line() throws Exception {
    String line = lines.readLine();
    if (line == null) {
      throw new AssertionError("the stream of updates ended");
    }
    if (line.startsWith(ID)) {
      lastId = line.substring(ID.length());
    }
    return line;
  }

  @Override
  public void close() throws Exception {
    lines.close();
  }
}
