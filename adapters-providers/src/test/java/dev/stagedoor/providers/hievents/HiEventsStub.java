package dev.stagedoor.providers.hievents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.hievents.HiEventsConfig.ServiceUser;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A little Hi.Events, in this process: its sign-in, its events for users and for the public, its
 * pages and widgets, and signed webhooks of both forms.
 */
public final class HiEventsStub implements AutoCloseable {
  public static final String EMAIL = "stagedoor@example.com";
  public static final Secret PASSWORD = Secret.of("stub-password-41c7");
  public static final Secret SHARED_SECRET = Secret.of("stub-shared-secret-93ee");
  public static final Secret CONNECTION_SECRET = Secret.of("stub-connection-secret-0b52");
  public static final String CONNECTION = "town-hall";
  private static final String API = "/api";

  private final int port;
  private final Clock clock;
  private final HiEventsStubShop shop;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "hi-events-stub");
            thread.setDaemon(true);
            return thread;
          });
  private HttpServer server;
  private volatile @Nullable FarSideFailure failure;
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private volatile boolean refreshesBadly;
  private int logins;
  private int refreshes;

  private record Reply(int status, Optional<JsonNode> body) {
    static Reply ok(JsonNode body) {
      return new Reply(200, Optional.of(body));
    }

    static Reply message(int status, String message) {
      return new Reply(status, Optional.of(Json.object().put("message", message)));
    }
  }

  private HiEventsStub(Clock clock) {
    this.clock = clock;
    this.shop = new HiEventsStubShop(clock);
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  public static HiEventsStub start() {
    return start(Clock.systemUTC());
  }

  public static HiEventsStub start(Clock clock) {
    return new HiEventsStub(clock);
  }

  private HttpServer listen(int at) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
      listening.setExecutor(threads);
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new IllegalStateException("the stand-in cannot listen", e);
    }
  }

  /** Returns where its pages are; its API is at {@code /api} below. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns what reaches this stand-in as the public. */
  public HiEventsConfig config() {
    return HiEventsConfig.of(baseUrl(), SHARED_SECRET)
        .withConnections(Map.of(CONNECTION, CONNECTION_SECRET));
  }

  public static ServiceUser user() {
    return new ServiceUser(EMAIL, PASSWORD, Optional.empty());
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    String prefix = HiEventsConfig.PREFIX + ".";
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "page-url", baseUrl().toString());
    settings.put(prefix + "email", EMAIL);
    settings.put(prefix + "password", PASSWORD.reveal());
    settings.put(prefix + "webhook-secret", SHARED_SECRET.reveal());
    settings.put(prefix + "connections." + CONNECTION, CONNECTION_SECRET.reveal());
    return settings;
  }

  // ---- what organisers do at Hi.Events

  /** Makes a draft, and returns its id. */
  public synchronized String create(
      String title, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    return shop.create(title, startsAt, endsAt).path("id").asText();
  }

  /** Gives an event any status. */
  public synchronized void setStatus(String id, String status) {
    event(id).put("status", status);
  }

  /** Returns an event to be looked at or changed. */
  public synchronized ObjectNode event(String id) {
    return Optional.ofNullable(shop.events.get(id)).orElseThrow();
  }

  /** Makes an event another account's. */
  public synchronized void giveAway(String id) {
    event(id).put("is_anothers", true);
  }

  /** Ends all sessions, as a restart with another key does. */
  public synchronized void revokeTokens() {
    shop.tokens.clear();
  }

  /** Lets refreshing fail, and nothing else. */
  public void refuseRefreshing() {
    refreshesBadly = true;
  }

  public synchronized int logins() {
    return logins;
  }

  public synchronized int refreshes() {
    return refreshes;
  }

  /** Tells of an event as Hi.Events does, and returns what it was answered. */
  public int tell(URI webhooks, String type, String id) {
    ObjectNode body = told(type, "xxx");
    synchronized (this) {
      body.set("payload", shop.describe(event(id)));
    }
    byte[] bytes = Json.write(body);
    boolean hasOwn = webhooks.getPath().endsWith("/" + CONNECTION);
    String signature = HmacSha256.of(hasOwn ? CONNECTION_SECRET : SHARED_SECRET).hex(bytes);
    return post(webhooks, bytes, HiEventsWebhooks.SIGNATURE, signature);
  }

  /** Tells of an event as the reference does, and returns what it was answered. */
  public int tellReference(URI webhooks, String id, Optional<UUID> ours) {
    ObjectNode body = told(HiEventsWebhooks.STATUS_CHANGED, ".SSSX");
    ObjectNode payload = body.putObject("payload");
    synchronized (this) {
      payload
          .put("id", event(id).path("id").asInt())
          .put("title", event(id).path("title").asText())
          .put("status", event(id).path("status").asText());
    }
    ours.ifPresent(event -> payload.put("tuvens_event_id", event.toString()));
    byte[] bytes = Json.write(body);
    return post(
        webhooks,
        bytes,
        HiEventsWebhooks.REFERENCE_SIGNATURE,
        "sha256=" + HmacSha256.of(SHARED_SECRET).hex(bytes));
  }

  private ObjectNode told(String type, String form) {
    return Json.object()
        .put("event_type", type)
        .put(
            "event_sent_at",
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss" + form)
                .withZone(ZoneOffset.UTC)
                .format(clock.instant()));
  }

  private int post(URI webhooks, byte[] body, String header, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(webhooks)
            .header("Content-Type", "application/json")
            .header("X-Webhook-Source", "Hi.Events")
            .header(header, signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // ---- how it fails

  /** Makes the API fail, without effect, until {@link #recover}. */
  public void fail(FarSideFailure how) {
    slow = new CountDownLatch(how == FarSideFailure.SLOW ? 1 : 0);
    failure = how;
    if (how == FarSideFailure.DOWN) {
      server.stop(0);
    }
  }

  public void recover() {
    FarSideFailure before = failure;
    failure = null;
    slow.countDown();
    if (before == FarSideFailure.DOWN) {
      server = listen(port);
    }
  }

  // ---- HTTP

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getRawPath();
      FarSideFailure how = failure;
      if (!path.startsWith(API + "/")) {
        showPage(exchange, path);
      } else if (how != null) {
        fail(exchange, how);
      } else {
        Reply reply;
        synchronized (this) {
          reply = answer(exchange, path.substring(API.length()), body);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        say(exchange, reply.status(), reply.body().map(Json::write).orElse(new byte[0]));
      }
    }
  }

  private Reply answer(HttpExchange exchange, String path, byte[] body) {
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    if (!"application/json".equals(accept)) {
      return Reply.message(406, "this stand-in wants to be asked for JSON");
    }
    String call = exchange.getRequestMethod() + " " + path;
    if (call.equals("POST /auth/login")) {
      return login(Json.read(body));
    }
    if (call.startsWith("GET /public/events/")) {
      return Optional.ofNullable(shop.events.get(path.substring("/public/events/".length())))
          .filter(event -> event.path("status").asText().equals("LIVE"))
          .map(this::describe)
          .orElse(new Reply(404, Optional.empty()));
    }
    String authorisation =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    String token = authorisation.replaceFirst("^Bearer ", "");
    if (!authorisation.startsWith("Bearer ") || !shop.isGood(token)) {
      return Reply.message(401, "Unauthenticated.");
    }
    if (call.equals("POST /auth/refresh")) {
      return refresh(token);
    }
    return call.startsWith("GET /events/")
        ? read(path.substring("/events/".length()))
        : Reply.message(404, "The route could not be found.");
  }

  private Reply login(JsonNode request) {
    logins++;
    boolean isKnown =
        request.path("email").asText().equals(EMAIL)
            && request.path("password").asText().equals(PASSWORD.reveal());
    return isKnown
        ? Reply.ok(shop.signIn())
        : Reply.message(401, "Username or Password are incorrect");
  }

  private Reply refresh(String token) {
    refreshes++;
    shop.tokens.remove(token);
    return refreshesBadly ? Reply.message(500, "Server Error") : Reply.ok(shop.signIn());
  }

  private Reply read(String id) {
    ObjectNode event = shop.events.get(id);
    if (event == null) {
      return Reply.message(404, "Resource not found");
    }
    return event.has("is_anothers")
        ? Reply.message(403, "This action is unauthorized.")
        : describe(event);
  }

  private Reply describe(ObjectNode event) {
    ObjectNode answer = Json.object();
    answer.set("data", shop.describe(event));
    return Reply.ok(answer);
  }

  private void showPage(HttpExchange exchange, String path) throws IOException {
    String[] parts = path.split("/", -1);
    boolean isPage = parts.length == 4 && parts[1].equals("event") && !parts[3].equals("preview");
    boolean isWidget = parts.length == 3 && parts[1].equals("widget");
    boolean isShown;
    synchronized (this) {
      isShown =
          (isPage || isWidget)
              && Optional.ofNullable(shop.events.get(parts[2]))
                  .filter(event -> event.path("status").asText().equals("LIVE"))
                  .isPresent();
    }
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    say(
        exchange,
        isShown ? 200 : 404,
        (isShown ? "<html>Tickets</html>" : "<html>Not found</html>")
            .getBytes(StandardCharsets.UTF_8));
  }

  private void fail(HttpExchange exchange, FarSideFailure how) throws IOException {
    byte[] refusal = Json.write(Json.object().put("message", "as wanted"));
    switch (how) {
      case UNAUTHORISED -> say(exchange, 401, refusal);
      case FORBIDDEN -> say(exchange, 403, refusal);
      case THROTTLED -> {
        exchange.getResponseHeaders().set("Retry-After", "7");
        say(exchange, 429, refusal);
      }
      case SERVER_ERROR -> say(exchange, 500, refusal);
      case EMPTY_503 -> say(exchange, 503, new byte[0]);
      case HTML_PAGE -> {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        say(exchange, 200, "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
      }
      case TRUNCATED ->
          say(exchange, 200, "{\"data\":{\"id\":1,\"ti".getBytes(StandardCharsets.UTF_8));
      case SLOW -> {
        try {
          slow.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case RESET, DOWN -> {
        // Closing without an answer breaks the connection.
      }
    }
  }

  private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    slow.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
