package dev.stagedoor.web.memorials;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.WebServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real controllers on the whole product on fakes, over a real port. */
final class ApiServer implements AutoCloseable {
  final InMemoryStagedoor house;
  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  ApiServer() {
    this(new InMemoryStagedoor());
  }

  ApiServer(InMemoryStagedoor house) {
    this.house = house;
    context =
        ApplicationContext.builder()
            .properties(
                Map.of("micronaut.server.port", "-1", "stagedoor.rate-limits.enabled", "false"))
            .build();
    WebServer.publish(house, context);
    context.start();
    server = context.getBean(EmbeddedServer.class).start();
  }

  Answer get(InMemoryStagedoor.@Nullable Person as, String path) {
    return send("GET", as, path, null);
  }

  Answer post(InMemoryStagedoor.@Nullable Person as, String path, @Nullable String body) {
    return send("POST", as, path, body);
  }

  Answer patch(InMemoryStagedoor.@Nullable Person as, String path, String body) {
    return send("PATCH", as, path, body);
  }

  Answer delete(InMemoryStagedoor.@Nullable Person as, String path) {
    return send("DELETE", as, path, null);
  }

  /** Sends what may be sent again under the same key. */
  Answer repeatable(String key, InMemoryStagedoor.Person as, String path, String body) {
    return send("POST", as, path, body, "Idempotency-Key", key);
  }

  private Answer send(
      String method,
      InMemoryStagedoor.@Nullable Person as,
      String path,
      @Nullable String body,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path))
            .header("Accept", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (as != null) {
      request.header("Authorization", "Bearer " + as.token().reveal());
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    try {
      return Answer.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
