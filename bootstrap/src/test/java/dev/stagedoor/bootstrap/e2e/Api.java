package dev.stagedoor.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Speaks JSON to a server, as a client of its routes does. */
final class Api {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final ServerProcess server;
  private final @Nullable String token;

  Api(ServerProcess server) {
    this(server, null);
  }

  private Api(ServerProcess server, @Nullable String token) {
    this.server = server;
    this.token = token;
  }

  /** What a server answered. */
  record Answer(int status, HttpResponse<String> raw, JsonNode json) {
    Answer mustBe(int expected) {
      if (status != expected) {
        throw new AssertionError(
            raw.request().method()
                + " "
                + raw.uri()
                + " answered "
                + status
                + " instead of "
                + expected
                + ": "
                + raw.body());
      }
      return this;
    }

    String text(String pointer) {
      JsonNode node = json.at(pointer);
      if (node.isMissingNode()) {
        throw new AssertionError("no " + pointer + " in " + raw.body());
      }
      return node.asText();
    }
  }

  Api as(String bearer) {
    return new Api(server, bearer);
  }

  Answer get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path).GET();
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  Answer delete(String path) throws Exception {
    return send(request(path).DELETE());
  }

  Answer post(String path, String json, String... headers) throws Exception {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  Answer patch(String path, String json) throws Exception {
    return send("PATCH", path, json);
  }

  Answer put(String path, String json) throws Exception {
    return send("PUT", path, json);
  }

  private Answer send(String method, String path, String json) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Asks again until the answer is as wanted; for what jobs and webhooks bring about. */
  Answer await(String path, Predicate<Answer> wanted) throws Exception {
    return await(path, Duration.ofSeconds(60), wanted);
  }

  Answer await(String path, Duration patience, Predicate<Answer> wanted) throws Exception {
    Instant end = Instant.now().plus(patience);
    Answer last = get(path);
    while (!wanted.test(last)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(path + " stays " + last.raw().body());
      }
      // A client's pause between two questions, as the rate limit wants it.
      LockSupport.parkNanos(PAUSE.toNanos());
      last = get(path);
    }
    return last;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> raw = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(raw.statusCode(), raw, parse(raw.body()));
  }

  private static JsonNode parse(String body) throws IOException {
    boolean looksLikeJson = body.startsWith("{") || body.startsWith("[");
    return looksLikeJson ? JSON.readTree(body) : JSON.createObjectNode();
  }
}
