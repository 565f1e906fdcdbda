package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stagedoor.domain.fake.InMemorySandboxMemory;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxLine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server with the sandbox in it and a product that notes the webhooks it is sent. */
final class SiteFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  SiteFixture(Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put("site-fixture", true);
    properties.put("stagedoor.providers.sandbox.enabled", true);
    properties.put("stagedoor.providers.sandbox.folder", "target/sandbox");
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  @Factory
  @Requires(property = "site-fixture")
  static final class Ports {
    @Singleton
    SandboxMemory memory() {
      return new InMemorySandboxMemory();
    }

    @Singleton
    Clock clock() {
      return Clock.systemUTC();
    }

    @Singleton
    Ids ids() {
      return UUID::randomUUID;
    }

    @Singleton
    Tokens tokens() {
      return () -> Secret.of(UUID.randomUUID().toString().replace("-", ""));
    }
  }

  @Controller("/api/webhooks")
  @Requires(property = "site-fixture")
  static final class Product {
    final BlockingQueue<RawWebhook> received = new LinkedBlockingQueue<>();

    @Post("/{+path}")
    HttpResponse<String> receive(HttpRequest<?> request, String path, @Body byte[] body) {
      Map<String, List<String>> headers = new HashMap<>();
      request.getHeaders().forEach(headers::put);
      received.add(new RawWebhook(SandboxLine.ID, path, headers, body));
      return HttpResponse.ok("{}");
    }
  }

  Sandbox sandbox() {
    return server.getApplicationContext().getBean(Sandbox.class);
  }

  /** Waits for the next webhook the product is sent. */
  RawWebhook nextWebhook() throws InterruptedException {
    RawWebhook next =
        server.getApplicationContext().getBean(Product.class).received.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no webhook came");
    }
    return next;
  }

  int webhooksLeft() {
    return server.getApplicationContext().getBean(Product.class).received.size();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(java.net.http.HttpRequest.newBuilder(uri(path)).GET());
  }

  Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    java.net.http.HttpRequest.Builder request =
        java.net.http.HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  Answer send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    java.net.http.HttpRequest.Builder request =
        java.net.http.HttpRequest.newBuilder(uri(path))
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Posts a form as a browser does. */
  Answer form(String path, String fields) throws IOException, InterruptedException {
    return send(
        java.net.http.HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(fields)));
  }

  private URI uri(String path) {
    return URI.create(server.getURI() + path);
  }

  private Answer send(java.net.http.HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
  }

  record Answer(java.net.http.HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String text() {
      return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
