package dev.stagedoor.web;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.pages.Site;
import dev.stagedoor.web.request.CrossAppOrigin;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The server on a free port, with the product on fakes behind it. Close it after use. */
public final class WebServer implements AutoCloseable {
  /** The site of the ticketing system. */
  public static final String TICKETS = "https://tickets.example.org";

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final InMemoryStagedoor house;
  private final EmbeddedServer server;

  private WebServer(InMemoryStagedoor house, EmbeddedServer server) {
    this.house = house;
    this.server = server;
  }

  public static WebServer start(String... settings) {
    return start(house -> {}, settings);
  }

  /** Starts with settings given as {@code key=value}, and beans the test adds. */
  public static WebServer start(Consumer<ApplicationContext> beans, String... settings) {
    return start(new InMemoryStagedoor(), beans, settings);
  }

  /** Starts with the product as the test has set it up. */
  public static WebServer start(
      InMemoryStagedoor house, Consumer<ApplicationContext> beans, String... settings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("micronaut.server.port", -1);
    properties.put("micronaut.server.host", "127.0.0.1");
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      properties.put(parts[0], parts[1]);
    }
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .properties(properties)
            .eagerInitSingletons(true)
            .eagerInitConfiguration(true)
            .build();
    publish(house, context);
    beans.accept(context);
    context.start();
    return new WebServer(house, context.getBean(EmbeddedServer.class).start());
  }

  /** Publishes the product as the server's wiring does. */
  private static void publish(InMemoryStagedoor house, ApplicationContext context) {
    Stagedoor stagedoor = house.stagedoor();
    context.registerSingleton(Clock.class, house.clock());
    context.registerSingleton(stagedoor.translations());
    context.registerSingleton(stagedoor.sessions());
    context.registerSingleton(stagedoor.registrations());
    context.registerSingleton(stagedoor.accountLinks());
    context.registerSingleton(stagedoor.webhooks());
    context.registerSingleton(stagedoor.jobs());
    context.registerSingleton(stagedoor.refunds());
    context.registerSingleton(stagedoor.paymentForms());
    context.registerSingleton(stagedoor.ticketSystems());
    context.registerSingleton(stagedoor.memorials());
    context.registerSingleton(stagedoor.families());
    context.registerSingleton(stagedoor.directors());
    context.registerSingleton(stagedoor.bookings());
    context.registerSingleton(stagedoor.memorialStreams());
    context.registerSingleton(stagedoor.guestBooks());
    context.registerSingleton(stagedoor.workspaces());
    context.registerSingleton(stagedoor.integrations());
    context.registerSingleton(stagedoor.connections());
    context.registerSingleton(stagedoor.shows());
    context.registerSingleton(stagedoor.showItems());
    context.registerSingleton(stagedoor.claims());
    context.registerSingleton(stagedoor.showInvoices());
    context.registerSingleton(stagedoor.courses());
    context.registerSingleton(stagedoor.curricula());
    context.registerSingleton(stagedoor.lectureVideos());
    context.registerSingleton(stagedoor.enrollments());
    context.registerSingleton(stagedoor.progress());
    context.registerSingleton(stagedoor.certificates());
    context.registerSingleton(stagedoor.profiles());
    context.registerSingleton(stagedoor.purchases());
    context.registerSingleton(stagedoor.coursePayments());
    context.registerSingleton(stagedoor.serviceCalls());
    context.registerSingleton(stagedoor.events());
    context.registerSingleton(stagedoor.crossApp());
    context.registerSingleton(stagedoor.ticketingConnections());
    context.registerSingleton(stagedoor.audit());
    context.registerSingleton(stagedoor.accountAdmin());
    context.registerSingleton(stagedoor.subscribers());
    context.registerSingleton(stagedoor.plans());
    context.registerSingleton(stagedoor.tvSubscriptions());
    context.registerSingleton(stagedoor.viewerProfiles());
    context.registerSingleton(stagedoor.playlists());
    context.registerSingleton(stagedoor.discovery());
    context.registerSingleton(stagedoor.favorites());
    context.registerSingleton(stagedoor.watchProgress());
    context.registerSingleton(stagedoor.resellers());
    context.registerSingleton(stagedoor.credits());
    context.registerSingleton(stagedoor.tvAdmin());
    context.registerSingleton(stagedoor.templates());
    context.registerSingleton(stagedoor.notifications());
    context.registerSingleton(stagedoor.preferences());
    context.registerSingleton(stagedoor.analytics());
    context.registerSingleton(stagedoor.parties());
    context.registerSingleton(stagedoor.partyPresence());
    context.registerSingleton(house.settings());
    context.registerSingleton(new Site(false, false));
    context.registerSingleton(new CrossAppOrigin(Optional.of(TICKETS)));
    context.registerSingleton(IdempotencyRecords.class, house.idempotencyRecords());
    context.registerSingleton(LiveFeed.class, house.updates());
  }

  public InMemoryStagedoor house() {
    return house;
  }

  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getPort();
  }

  public HttpClient client() {
    return client;
  }

  public Exchange get(String path) {
    return new Exchange(this, "GET", path);
  }

  public Exchange post(String path) {
    return new Exchange(this, "POST", path);
  }

  public Exchange request(String method, String path) {
    return new Exchange(this, method, path);
  }

  @Override
  public void close() {
    server.stop();
    server.getApplicationContext().close();
  }

  /** One request in the making. */
  public static final class Exchange {
    private final WebServer server;
    private final HttpRequest.Builder request;
    private final String method;
    private byte[] body = new byte[0];

    private Exchange(WebServer server, String method, String path) {
      this.server = server;
      this.method = method;
      this.request = HttpRequest.newBuilder(server.uri(path));
    }

    public Exchange header(String name, String value) {
      request.header(name, value);
      return this;
    }

    public Exchange bearer(Secret token) {
      return header("Authorization", "Bearer " + token.reveal());
    }

    public Exchange json(String text) {
      request.header("Content-Type", "application/json");
      return bytes(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Exchange bytes(byte[] bytes) {
      body = bytes;
      return this;
    }

    public HttpRequest build() {
      return request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    public Answer send() {
      try {
        HttpResponse<byte[]> response =
            server.client.send(build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
