package dev.stagedoor.providers.hievents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.hievents.HiEventsConfig.ServiceUser;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Routes;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A little Hi.Events, in this process: its sign-in, its events for users and for the public, its
 * pages and widgets, and signed webhooks of both forms.
 */
public final class HiEventsStub extends FaultyServer {
  public static final String EMAIL = "stagedoor@example.com";
  public static final Secret PASSWORD = Secret.of("stub-password-41c7");
  public static final Secret SHARED_SECRET = Secret.of("stub-shared-secret-93ee");
  public static final Secret CONNECTION_SECRET = Secret.of("stub-connection-secret-0b52");
  public static final String CONNECTION = "town-hall";
  private static final String API = "/api/";

  private final Clock clock;
  private final HiEventsStubShop shop;
  private final Routes publicApi =
      new Routes()
          .on("POST /api/auth/login", (asked, ids) -> login(asked.json()))
          .on("GET /api/public/events/{}", (asked, ids) -> offered(ids.get(0)));
  private final Routes userApi =
      new Routes()
          .on("POST /api/auth/refresh", (asked, ids) -> refresh(asked.bearer().orElse("")))
          .on("GET /api/events/{}", (asked, ids) -> read(ids.get(0)));
  private final Routes pages =
      new Routes()
          .on("GET /event/{}/{}", (asked, ids) -> page(ids.get(0), !ids.get(1).equals("preview")))
          .on("GET /widget/{}", (asked, ids) -> page(ids.get(0), true));
  private boolean refreshesBadly;
  private int logins;
  private int refreshes;

  private HiEventsStub(Clock clock) {
    this.clock = clock;
    this.shop = new HiEventsStubShop(clock);
  }

  public static HiEventsStub start() {
    return start(Clock.systemUTC());
  }

  public static HiEventsStub start(Clock clock) {
    return new HiEventsStub(clock);
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

  /** Lets an event be found by the public only, as if its account were another installation's. */
  public synchronized void hideFromUsers(String id) {
    event(id).put("is_hidden", true);
  }

  /** Ends all sessions, as a restart with another key does. */
  public synchronized void revokeTokens() {
    shop.tokens.clear();
  }

  /** Lets refreshing fail, and nothing else. */
  public synchronized void refuseRefreshing() {
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
    return send(webhooks, bytes, HiEventsDelivery.SIGNATURE, signature);
  }

  /** Tells of an event as the reference does, and returns what it was answered. */
  public int tellReference(URI webhooks, String id, Optional<UUID> ours) {
    ObjectNode body = told(HiEventsDelivery.STATUS_CHANGED, ".SSSX");
    ObjectNode payload = body.putObject("payload");
    synchronized (this) {
      payload
          .put("id", event(id).path("id").asInt())
          .put("title", event(id).path("title").asText())
          .put("status", event(id).path("status").asText());
    }
    ours.ifPresent(event -> payload.put("tuvens_event_id", event.toString()));
    byte[] bytes = Json.write(body);
    return send(
        webhooks,
        bytes,
        HiEventsDelivery.REFERENCE_SIGNATURE,
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

  private static int send(URI webhooks, byte[] body, String header, String signature) {
    return post(webhooks, body, Map.of("X-Webhook-Source", "Hi.Events", header, signature));
  }

  // ---- HTTP

  @Override
  protected boolean isApi(Asked request) {
    return request.path().startsWith(API);
  }

  @Override
  protected Reply refusal(int status) {
    return message(status, "as wanted");
  }

  private static Reply message(int status, String message) {
    return Reply.json(status, Json.object().put("message", message));
  }

  @Override
  protected Reply answer(Asked request) {
    if (!isApi(request)) {
      return pages.answer(request).orElseGet(() -> page("", false));
    }
    if (!request.header("Accept").equals(Optional.of("application/json"))) {
      return message(406, "this stand-in wants to be asked for JSON");
    }
    return publicApi.answer(request).orElseGet(() -> ofUser(request));
  }

  private Reply ofUser(Asked request) {
    return request.bearer().filter(shop::isGood).isEmpty()
        ? message(401, "Unauthenticated.")
        : userApi.answer(request).orElseGet(() -> message(404, "The route could not be found."));
  }

  private Optional<ObjectNode> live(String id) {
    return Optional.ofNullable(shop.events.get(id))
        .filter(event -> event.path("status").asText().equals("LIVE"));
  }

  private Reply offered(String id) {
    return live(id).map(this::describe).orElse(Reply.empty(404));
  }

  private Reply login(JsonNode request) {
    logins++;
    boolean isKnown =
        request.path("email").asText().equals(EMAIL)
            && request.path("password").asText().equals(PASSWORD.reveal());
    return isKnown
        ? Reply.json(200, shop.signIn())
        : message(401, "Username or Password are incorrect");
  }

  private Reply refresh(String token) {
    refreshes++;
    shop.tokens.remove(token);
    return refreshesBadly ? message(500, "Server Error") : Reply.json(200, shop.signIn());
  }

  private Reply read(String id) {
    ObjectNode event = shop.events.get(id);
    if (event == null || event.has("is_hidden")) {
      return message(404, "Resource not found");
    }
    return event.has("is_anothers")
        ? message(403, "This action is unauthorized.")
        : describe(event);
  }

  private Reply describe(ObjectNode event) {
    ObjectNode answer = Json.object();
    answer.set("data", shop.describe(event));
    return Reply.json(200, answer);
  }

  private Reply page(String id, boolean isShown) {
    return isShown && live(id).isPresent()
        ? Reply.text(200, "text/html; charset=utf-8", "<html>Tickets</html>")
        : Reply.text(404, "text/html; charset=utf-8", "<html>Not found</html>");
  }
}
