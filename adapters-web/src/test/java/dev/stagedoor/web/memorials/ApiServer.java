package dev.stagedoor.web.memorials;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.WebServer;
import org.jspecify.annotations.Nullable;

/** Asks the real controllers, on the whole product on fakes, in somebody's name or in nobody's. */
final class ApiServer implements AutoCloseable {
  final InMemoryStagedoor house;
  private final WebServer server;

  ApiServer() {
    this(new InMemoryStagedoor());
  }

  ApiServer(InMemoryStagedoor house) {
    this.house = house;
    server = WebServer.start(house, context -> {}, "stagedoor.rate-limits.enabled=false");
  }

  Answer get(InMemoryStagedoor.@Nullable Person as, String path) {
    return send(request("GET", as, path, null));
  }

  Answer post(InMemoryStagedoor.@Nullable Person as, String path, @Nullable String body) {
    return send(request("POST", as, path, body));
  }

  Answer patch(InMemoryStagedoor.@Nullable Person as, String path, String body) {
    return send(request("PATCH", as, path, body));
  }

  Answer delete(InMemoryStagedoor.@Nullable Person as, String path) {
    return send(request("DELETE", as, path, null));
  }

  /** Sends what may be sent again under the same key. */
  Answer repeatable(String key, InMemoryStagedoor.Person as, String path, String body) {
    return send(request("POST", as, path, body).header("Idempotency-Key", key));
  }

  private WebServer.Exchange request(
      String method, InMemoryStagedoor.@Nullable Person as, String path, @Nullable String body) {
    WebServer.Exchange request = server.request(method, path).header("Accept", "application/json");
    if (as != null) {
      request.bearer(as.token());
    }
    return body == null ? request : request.json(body);
  }

  private static Answer send(WebServer.Exchange request) {
    return Answer.of(request.send().response());
  }

  @Override
  public void close() {
    server.close();
  }
}
